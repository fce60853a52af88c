// Four kinds of clothes.
#pragma once

#include "person.hpp"

// shirt collar: a band round the neck with two points and an open wedge in front
static f collarSdf(const Person &P, V q, f openW) {
  f a = fabsf(atan2f(q.x, q.z + .27f)), r = sqrtf(q.x * q.x + (q.z + .27f) * (q.z + .27f));
  f Rr = P.neck * (.455f + .42f * sstep(-1.25f, -1.85f, q.y));
  f yt = -1.29f - .14f * sstep(1.4f, .2f, a), yb = -1.60f - .20f * gauss(a - .42f, .24f) - .04f * sstep(1.2f, .5f, a);
  f d = fabsf(r - Rr) - .028f;
  d = smax(d, q.y - yt, .03f); d = smax(d, (yb - q.y) * .8f, .03f);
  return smax(d, (openW + .75f * (-1.38f - q.y) - a) * .45f, .03f) * .8f;
}
// clothes in body space. second: 0 main cloth, 1 second cloth
static f clothSdf(const Person &P, V q, f *second) {
  V s = {fabsf(q.x), q.y, q.z};
  f b = rbox(q - v3(0, -3.6f, -.1f), v3(2.35f, 2.6f, 1.3f), .5f);
  *second = 0;
  if (b > .3f) return b;
  f S = P.shoulders;
  f d = cap(s, v3(0, -1.52f, -.30f), v3(1.16f * S, -2.06f, -.28f), .36f, .37f);
  d = smin(d, ell(q - v3(0, -3.3f, -.22f), v3(1.24f * S, 1.75f, .80f)), .35f);
  d = smin(d, cap(s, v3(1.30f * S, -2.16f, -.26f), v3(1.60f * S, -4.9f, .16f), .37f, .31f), .16f);
  V w = q * 1.5f + v3(P.pos.x, 0, 0);
  f folds = noise(v3(w.x * 1.3f + w.y * .9f, w.y * .8f, w.z)) * .05f + .022f * noise(v3(w.x * 3 + w.y * 3, w.y * 2.2f, w.z * 3));
  d += folds * sstep(-1.7f, -2.4f, q.y);
  d += .03f * gauss(s.x - 1.25f * S - .10f * (q.y + 2.6f), .05f) * sstep(-2.2f, -2.6f, q.y);      // arm pit crease
  f front = sstep(.0f, .25f, q.z);
  if (P.wear == BLAZER) {
    f open = s.x - max(.02f, .36f + .235f * (q.y + 1.75f));          // V opening
    f lap = s.x - max(.02f, .40f + .235f * (q.y + 1.75f)) - .30f * sstep(-3.6f, -2.2f, q.y) * sstep(-1.55f, -1.95f, q.y);
    f notch = sstep(.03f, .0f, fabsf(q.y + 2.22f + .25f * (s.x - .6f))) * sstep(.42f, .48f, s.x);
    if (q.z > 0) {
      if (open < 0) { d += .06f * sstep(.0f, -.03f, open); *second = 1; }
      else d -= (.062f * sstep(.0f, -.02f, lap) * (1 - notch)) * front;
      if (open >= 0 && lap > 0) d += .012f * gauss(lap, .02f) * front;
    }
    if (q.z > 0) d += .16f * sstep(.02f, -.04f, s.x - .08f - .42f * (q.y + 1.86f)) * sstep(-2.0f, -1.8f, q.y);   // open top button
    f col = collarSdf(P, q, .13f);
    if (col < d) { d = col; *second = 1; }
    if (*second > 0 && q.z > 0 && col > .03f) d -= .010f * sstep(.055f, .04f, s.x);
  } else if (P.wear == KNIT) {
    f col = cap(q, v3(0, -1.20f, -.26f), v3(0, -1.66f, -.26f), .455f * P.neck, .58f * P.neck);
    col = smax(col, q.y + 1.16f - .22f * (q.z < 0 ? -q.z * .3f : -q.z * .5f), .06f);
    f a = atan2f(q.x, q.z + .26f);
    col += .012f * sinf(a * 46);
    d = smin(d, col, .10f);
    f on = sstep(-1.75f, -1.95f, q.y);
    d += .010f * on * sinf(q.x * 46 + .6f * sinf(q.y * 5)) * (.6f + .4f * sinf(q.y * 70));
  } else if (P.wear == HOODIE) {
    f hood = len(v3(q.x * .92f, (q.y + 1.52f - .22f * q.z) * 1.15f, q.z + .22f)); 
    V t = v3(q.x, q.y + 1.62f + .28f * q.z, q.z + .22f); f r = sqrtf(t.x * t.x + t.z * t.z) - .64f; hood = sqrtf(r * r + t.y * t.y * .7f) - .165f;
    hood += .02f * noise(q * 4);
    d = smin(d, hood, .07f);
    f str = cap(v3(s.x - .02f * sinf(q.y * 6), q.y, q.z), v3(.20f, -1.8f, .52f), v3(.24f, -2.75f, .72f), .028f, .028f);
    if (str < d) { d = str; *second = 1; }
    d += .012f * gauss(q.x, .02f) * front;
  } else {                                                            // SHIRT, open collar
    f open = s.x - .30f - .55f * (q.y + 1.95f);
    if (q.z > 0 && q.y < -1.2f && open < 0 && q.y > -2.4f) d += .14f * sstep(0, -.08f, open) * sstep(-2.38f, -2.0f, q.y);
    d = smin(d, collarSdf(P, q, .34f), .02f);
    d -= .012f * gauss(q.x, .06f) * front * sstep(-2.3f, -2.45f, q.y);
    f by = q.y + 2.75f; by -= .42f * roundf(by / .42f);
    if (q.y < -2.5f) { f bt = len(v3(q.x, by, 0)) - .035f; if (bt < 0 && q.z > 0) { *second = 1; d -= .012f; } }
  }
  return d * .75f;
}
