/**
 * The allow-list for SVG files, of SVG 2 and Filter Effects. An SVG that is opened by its own address
 * is a page of this site, and may do all that a page may.
 */
export const vectorElements: ReadonlySet<string> = new Set([
  // Structure. `a` is not here: what it holds stays.
  ...['svg', 'g', 'defs', 'symbol', 'use', 'switch', 'title', 'desc', 'style', 'view'],
  // Shapes, text, pictures within it.
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'image'],
  ...['text', 'tspan', 'textPath'],
  // Paint.
  ...['linearGradient', 'radialGradient', 'stop', 'pattern', 'clipPath', 'mask', 'marker'],
  // Filters, all but feImage, which loads a file.
  ...['filter', 'feBlend', 'feColorMatrix', 'feComponentTransfer', 'feComposite'],
  ...['feConvolveMatrix', 'feDiffuseLighting', 'feDisplacementMap', 'feDistantLight'],
  ...['feDropShadow', 'feFlood', 'feFuncA', 'feFuncB', 'feFuncG', 'feFuncR'],
  ...['feGaussianBlur', 'feMerge', 'feMergeNode', 'feMorphology', 'feOffset', 'fePointLight'],
  ...['feSpecularLighting', 'feSpotLight', 'feTile', 'feTurbulence'],
  // Movement; `movable` says of what.
  ...['animate', 'animateMotion', 'animateTransform', 'set', 'mpath'],
]);

/** Elements that run something or contain another kind of document, in lower case. */
export const activeElements: ReadonlySet<string> = new Set([
  ...['script', 'foreignobject', 'handler', 'listener'],
  ...['iframe', 'object', 'embed', 'audio', 'video'],
]);

/** Attributes with a prefix that stay. */
export const prefixedAttributes: readonly string[] = ['xlink:href', 'xml:lang', 'xml:space'];

/** Attributes that no animation may change, since they link or run something. */
export const unmovable = /^(?:.*:)?(?:href|style|class|on.*)$/iu;

/** Attributes that hold names and words, never a style. */
export const wordAttributes = /^(?:id|class|lang|role|tabindex|aria-.*|data-.*)$/u;

/** A picture inside the file itself, of a kind that runs nothing. */
export const embeddedPicture =
  /^data:image\/(?:png|jpeg|jpg|gif|webp);base64,[a-z0-9+/=\s]*$/iu;

/** Styles that load something. A backslash may spell any word. */
export const reachingStyle =
  /\\|@import|@charset|expression\s*\(|javascript:|-moz-binding|src\s*\(|image\s*\(|image-set|url\s*\((?!(?:\s*["'])?\s*(?:#|data:image\/(?:png|jpeg|jpg|gif|webp);base64,))/iu;
