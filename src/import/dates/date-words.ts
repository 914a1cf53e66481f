/** Words around the names and dates of a byline, in the languages of the interface. */
export const wordsAround =
  /(?<![\p{L}\p{N}])(?:by|words|text|story|written|report(?:ed|ing|er)?|staff|senior|writers?|correspondents?|editors?|and|on|at|in|published|posted|updated|modified|created|last|first|date|author|von|par|por|und|et|y|le|el|am|um|uhr|à|publié|publicado|veröffentlicht|aktualisiert|actualizado|mis|jour|mise|stand|기자|입력|수정|등록|승인|최종|기사입력|기사수정|記者|文|更新|公開|配信|投稿|最終更新|记者|編輯|编辑|作者|撰文|发布|發布|发表于|发布时间|來源|بقلم|كتب|كتبت|تاريخ|النشر|نشر|نُشر|آخر|تحديث|في|و|[ap]m|utc|gmt|kst|jst|est|edt|cet|cest)(?![\p{L}\p{N}])/giu;

/** Words before the date of a change. */
export const updatedWords =
  /updated|modified|revised|aktualisiert|geändert|(?<!\p{L})stand(?!\p{L})|mis à jour|màj|modifié|actualizad[oa]|modificad[oa]|수정|更新|修改|改訂|تحديث|تعديل/iu;
