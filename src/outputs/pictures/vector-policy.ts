/**
 * The allow-list for SVG files, from SVG 2 and Filter Effects. It is needed since an SVG that is opened
 * directly is a page of this site with all its permissions.
 */
export const vectorElements: ReadonlySet<string> = new Set([
  // Structure. `a` is replaced by its content.
  ...['svg', 'g', 'defs', 'symbol', 'use', 'switch', 'title', 'desc', 'style', 'view'],
  // Shapes, text, embedded pictures.
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'image'],
  ...['text', 'tspan', 'textPath'],
  // Paint.
  ...['linearGradient', 'radialGradient', 'stop', 'pattern', 'clipPath', 'mask', 'marker'],
  // Filters, except feImage, which loads a file.
  ...['filter', 'feBlend', 'feColorMatrix', 'feComponentTransfer', 'feComposite'],
  ...['feConvolveMatrix', 'feDiffuseLighting', 'feDisplacementMap', 'feDistantLight'],
  ...['feDropShadow', 'feFlood', 'feFuncA', 'feFuncB', 'feFuncG', 'feFuncR'],
  ...['feGaussianBlur', 'feMerge', 'feMergeNode', 'feMorphology', 'feOffset', 'fePointLight'],
  ...['feSpecularLighting', 'feSpotLight', 'feTile', 'feTurbulence'],
  // Animation, except of `notAnimatable` attributes.
  ...['animate', 'animateMotion', 'animateTransform', 'set', 'mpath'],
]);

/** Elements that run code or contain another document, in lower case. */
export const activeElements: ReadonlySet<string> = new Set([
  ...['script', 'foreignobject', 'handler', 'listener'],
  ...['iframe', 'object', 'embed', 'audio', 'video'],
]);

/** The allowed attributes with a prefix. */
export const prefixedAttributes: readonly string[] = ['xlink:href', 'xml:lang', 'xml:space'];

/** Attributes that an animation must not change, since they link to files or run code. */
export const notAnimatable = /^(?:.*:)?(?:href|style|class|on.*)$/iu;

/** Attributes that contain names or words, never a style. */
export const wordAttributes = /^(?:id|class|lang|role|tabindex|aria-.*|data-.*)$/u;

/** A picture embedded in the file, in a format that cannot run code. */
export const embeddedPicture =
  /^data:image\/(?:png|jpeg|jpg|gif|webp);base64,[a-z0-9+/=\s]*$/iu;

/** Styles that load files. A backslash escape may spell any word. */
export const reachingStyle =
  /\\|@import|@charset|expression\s*\(|javascript:|-moz-binding|src\s*\(|image\s*\(|image-set|url\s*\((?!(?:\s*["'])?\s*(?:#|data:image\/(?:png|jpeg|jpg|gif|webp);base64,))/iu;
