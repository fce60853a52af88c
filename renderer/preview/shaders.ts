// The GLSL of the preview. Rows run from the top in every texture and target, as in the pictures:
// row 0 is the top of the frame. Positions have pixel centres on whole coordinates, GL has them on
// halves. They count pixels of the film; a target may have fewer, `pixelScale` for each. Each step is
// the one of the film's rasteriser, main/engine/raster.

/** Contour points that a shader takes: more than a mouth has. */
export const MAX_CONTOUR_POINTS = 96;

const HEAD = `#version 300 es
precision highp float;
`;

/** Triangles out of the frame's geometry. */
export const GEOMETRY_VERTEX = `${HEAD}
uniform vec2 frameSize;
layout(location = 0) in vec2 place;
layout(location = 1) in vec4 paint;
layout(location = 2) in float fade;
out vec4 vPaint;
out float vFade;
void main() {
  gl_Position = vec4((place + 0.5) / frameSize * 2.0 - 1.0, 0.0, 1.0);
  vPaint = paint;
  vFade = fade;
}`;

/** One triangle over the whole target; the scissor cuts out the part that is meant. */
export const FULL_VERTEX = `${HEAD}
void main() {
  vec2 corner = vec2(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0);
  gl_Position = vec4(corner, 0.0, 1.0);
}`;

/** Pixels of an image. \`origin\` is where its first pixel's corner lies in texture coordinates. */
export const TEXTURED_FRAGMENT = `${HEAD}
uniform sampler2D image;
uniform vec2 origin;
uniform float opacity;
uniform float minAlpha;
in vec4 vPaint;
out vec4 color;
void main() {
  vec4 texel = texture(image, (vPaint.xy - origin) / vec2(textureSize(image, 0)));
  color = vec4(texel.rgb, max(texel.a * opacity, minAlpha));
}`;

/** Colour and opacity vary separately, so that a band may fade along its length as well. */
export const BAND_FRAGMENT = `${HEAD}
in vec4 vPaint;
in float vFade;
out vec4 color;
void main() {
  color = vec4(vPaint.rgb / 255.0, vPaint.a * vFade);
}`;

/** The eyeball behind the lids: fixed to the head, its middle moved by the gaze. */
export const EYEBALL_FRAGMENT = `${HEAD}
uniform sampler2D image;
uniform sampler2D freedom;
uniform vec2 freedomOrigin;
uniform float pixelScale;
uniform vec3 toSourceX;
uniform vec3 toSourceY;
uniform vec2 gaze;
uniform vec2 iris;
uniform vec2 gazeReach;
uniform float lidShade;
out vec4 color;

vec3 read(vec2 at) {
  return texture(image, (at + 0.5) / vec2(textureSize(image, 0))).rgb;
}

float readFreedom(vec2 at) {
  vec2 size = vec2(textureSize(freedom, 0));
  if (any(lessThan(at, vec2(0.0))) || any(greaterThanEqual(floor(at) + 1.0, size))) return 0.0;
  return texture(freedom, (at + 0.5) / size).r;
}

void main() {
  vec3 place = vec3(gl_FragCoord.xy / pixelScale - 0.5, 1.0);
  vec2 at = vec2(dot(toSourceX, place), dot(toSourceY, place));
  vec3 eye = read(at);
  if (gaze != vec2(0.0)) {
    float follow = 1.0 - smoothstep(gazeReach.x, gazeReach.y, length(at - gaze - iris));
    eye = mix(eye, read(at - gaze * follow), readFreedom(at - freedomOrigin));
  }
  color = vec4(eye * (1.0 - lidShade), 1.0);
}`;

/**
 * Lays hem and inside of an opening over the frame. The inside shows as far as the contour covers a
 * pixel: the exact area right of all edges, signed, so that a contour turned inside out covers
 * nothing.
 */
export const OPENING_FRAGMENT = `${HEAD}
uniform sampler2D hem;
uniform sampler2D inside;
uniform vec2 contour[${MAX_CONTOUR_POINTS}];
uniform int contourPoints;
uniform float opacity;
out vec4 color;

float areaBelow(float z) {
  return z <= 0.0 ? 0.0 : z < 1.0 ? 0.5 * z * z : z - 0.5;
}

/** Area of a pixel row from 0 to 1 right of the edge from a to b; negative for downward edges. */
float areaRight(vec2 a, vec2 b) {
  float y0 = clamp(a.y, 0.0, 1.0);
  float y1 = clamp(b.y, 0.0, 1.0);
  if (y0 == y1) return 0.0;
  float slope = (b.x - a.x) / (b.y - a.y);
  float z0 = 1.0 - (a.x + (y0 - a.y) * slope);
  float z1 = 1.0 - (a.x + (y1 - a.y) * slope);
  float mean;
  if (min(z0, z1) >= 1.0) mean = 1.0;
  else if (max(z0, z1) <= 0.0) mean = 0.0;
  else if (abs(z1 - z0) < 1e-3) mean = clamp(0.5 * (z0 + z1), 0.0, 1.0);
  else mean = (areaBelow(z1) - areaBelow(z0)) / (z1 - z0);
  return (y0 - y1) * mean;
}

void main() {
  vec2 corner = gl_FragCoord.xy - 1.0;
  float covered = 0.0;
  vec2 a = contour[contourPoints - 1] - corner;
  for (int i = 0; i < contourPoints; i++) {
    vec2 b = contour[i] - corner;
    covered += areaRight(a, b);
    a = b;
  }
  covered = clamp(covered, 0.0, 1.0);
  ivec2 at = ivec2(gl_FragCoord.xy);
  vec4 skin = texelFetch(hem, at, 0);
  vec3 deep = texelFetch(inside, at, 0).rgb;
  color = skin.a > 0.5 ? vec4(mix(skin.rgb, deep, covered), opacity) : vec4(deep, covered * opacity);
}`;

/** A moved person and what stands in front, both premultiplied. */
export const PERSON_FRAGMENT = `${HEAD}
uniform sampler2D moved;
uniform sampler2D front;
out vec4 color;
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  vec4 near = texelFetch(front, at, 0);
  color = near + texelFetch(moved, at, 0) * (1.0 - near.a);
}`;

/** An image over the whole target, whatever the size of both. */
export const PLACE_FRAGMENT = `${HEAD}
uniform sampler2D image;
uniform vec2 targetSize;
out vec4 color;
void main() {
  color = texture(image, gl_FragCoord.xy / targetSize);
}`;
