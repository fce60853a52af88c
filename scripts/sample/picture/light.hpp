// Lamps, the wall out of focus, and what shiny things reflect.
#pragma once

#include "scene.hpp"

static const V keyDir = norm(v3(-.55f, .62f, .72f)), fillDir = norm(v3(.75f, .15f, .75f));
static const V rimA = norm(v3(.80f, .45f, -.55f)), rimB = norm(v3(-.85f, .40f, -.50f));
static const V keyCol = v3(2.25f, 2.02f, 1.76f), fillCol = v3(.27f, .33f, .44f);
static const V rimACol = v3(1.9f, 1.25f, .70f), rimBCol = v3(.55f, .90f, 1.35f);

static f box2(f x, f y, f cx, f cy, f hx, f hy, f blur) {
  return sstep(blur, -blur, fabsf(x - cx) - hx) * sstep(blur, -blur, fabsf(y - cy) - hy);
}
// studio wall, far out of focus: u,v in picture units (v is -1..1, u is -aspect..aspect)
static V background(f u, f v) {
  V c = mix(v3(.030f, .050f, .062f), v3(.070f, .105f, .118f), sstep(-1.f, .9f, v));
  c = c * (1.12f - .18f * u * u * .3f);
  // wooden panel far out of focus: low contrast, so that a moving head does not visibly bend it
  f sl = .5f + .5f * sinf(u * 9.2f * 1.9f + .6f);
  f zone = sstep(1.05f, .35f, fabsf(u + .03f));
  V wood = mix(v3(.118f, .066f, .036f), v3(.172f, .098f, .052f), sl);
  c = mix(c, wood * (.62f + .55f * sstep(-.9f, .9f, v)), zone * .92f);
  c = c + v3(.16f, .085f, .035f) * expf(-((u + .03f) * (u + .03f) * 5.f + (v - .95f) * (v - .95f) * 1.6f));   // glow from above
  // shelf with objects on the left
  f sh = box2(u, v, -1.52f, .30f, .26f, .012f, .040f) + box2(u, v, -1.52f, -.20f, .26f, .012f, .040f);
  c = mix(c, v3(.16f, .09f, .05f), sat(sh) * .9f);
  const f bk[8][6] = {{-1.70f, .43f, .028f, .11f, .30f, .09f}, {-1.62f, .42f, .030f, .10f, .05f, .16f}, {-1.53f, .44f, .034f, .125f, .33f, .24f}, {-1.43f, .41f, .026f, .09f, .07f, .17f},
    {-1.36f, .425f, .03f, .105f, .24f, .07f}, {-1.62f, -.09f, .05f, .09f, .10f, .20f}, {-1.48f, -.10f, .03f, .08f, .35f, .2f}, {-1.40f, -.08f, .03f, .10f, .06f, .12f}};
  for (auto &b : bk) c = mix(c, v3(b[4], b[5] * .9f, b[5] * .55f + .03f) * .62f, box2(u, v, b[0] - .02f, b[1], b[2], b[3], .036f) * .9f);
  // floor lamp on the right
  f lx = u - 1.36f, ly = v - .36f;
  f shade = sstep(.03f, -.03f, fabsf(lx) - (.155f - .16f * (ly))) * sstep(.03f, -.03f, fabsf(ly) - .16f);
  f glow = expf(-(lx * lx * 2.2f + ly * ly * 2.6f) * 2.0f);
  c = c + v3(.55f, .27f, .095f) * glow * .55f;
  c = mix(c, v3(2.1f, 1.22f, .52f) * (.75f + .35f * gauss(ly + .03f, .14f)), shade);
  c = c + v3(.10f, .06f, .03f) * box2(u, v, 1.36f, -.5f, .008f, .7f, .022f);
  // bokeh: small fairy lights
  for (int i = 0; i < 22; i++) {
    f bx = -.62f + .056f * i + .03f * sinf(i * 2.1f), by = .80f - .62f * hash(i, 3, 1);
    f r = len(v3(u - bx, v - by, 0)), R = .022f + .030f * hash(i, 9, 2), bright = .25f + .75f * hash(i, 5, 5);
    c = c + mix(v3(.95f, .56f, .22f), v3(.95f, .78f, .50f), hash(i, 1, 8)) * (sstep(R + .008f, R - .008f, r) * (.13f + .07f * sstep(R * .4f, R, r)) * bright);
  }
  // plant, bottom right
  for (int i = 0; i < 9; i++) {
    f a = -1.15f + .29f * i, px = 1.66f, py = -.55f; V dd = v3(sinf(a), cosf(a), 0);
    V p = v3(u - px, v - py, 0); f al = dot(p, dd), ac = p.x * dd.y - p.y * dd.x; f L = .55f + .08f * sinf(i * 2.f);
    f wd = .060f * sinf(sat(al / L) * 3.1416f);
    c = mix(c, v3(.030f, .085f, .040f) * (1.f + .5f * sinf(i * 1.9f)), sstep(.028f, -.022f, fabsf(ac) - wd) * (al > 0 && al < L ? 1.f : 0.f) * .85f);
  }
  return c;
}
static V environment(V d) {                                             // what shiny things reflect
  V c = mix(v3(.05f, .045f, .04f), v3(.16f, .19f, .22f), sstep(-.4f, .8f, d.y));
  f k = dot(d, keyDir); V r = norm(cross(v3(0, 1, 0), keyDir)), u = cross(keyDir, r);
  if (k > 0) c = c + v3(6.5f, 6.1f, 5.6f) * (sstep(.26f, .22f, fabsf(dot(d, r)) ) * sstep(.30f, .26f, fabsf(dot(d, u))));
  f k2 = sstep(.93f, .965f, dot(d, fillDir)); c = c + v3(.55f, .62f, .75f) * k2;
  return c;
}
static f ggx(V n, V v, V l, f rough) {
  V h = norm(v + l); f nh = sat(dot(n, h)), a = rough * rough, a2 = a * a; f q = nh * nh * (a2 - 1) + 1;
  f fr = .04f + .96f * powf(1 - sat(dot(h, v)), 5);
  return sat(dot(n, l)) * fr * a2 / (3.14159f * q * q) * .25f / max(.08f, sat(dot(n, v)) * .7f + .3f);
}
