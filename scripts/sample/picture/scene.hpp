// Everything in front of the camera: people, table, mugs and microphones.
#pragma once

#include "clothes.hpp"
#include "face.hpp"
#include "hair.hpp"

enum Mat { NONE, SKIN, EYE, HAIR, CLOTH, CLOTH2, TABLE, METAL, FOAM, MUG };
struct Hit { f d; int m, who; };
static std::vector<V> mugs;                                             // where the mugs stand
static std::vector<V> mics;                                             // microphone head positions
static f tableY = -2.80f;
static int only = -1;

static Hit mapScene(V p, bool detail = true) {
  Hit h = {1e9f, NONE, -1};
  auto put = [&](f d, int m, int w) { if (d < h.d) h = {d, m, w}; };
  put(smax(p.y - tableY, fabsf(p.z - 2.0f) - 1.2f, .06f), TABLE, -1);
  for (V m : mugs) {
    V q = p - m; f b = len(q - v3(0, .25f, 0)) - .55f; if (b > h.d) continue; if (b > .3f) { put(b, MUG, -1); continue; }
    f r = sqrtf(q.x * q.x + q.z * q.z), body = smax(fabsf(r - .205f) - .022f, fabsf(q.y - .26f) - .25f, .03f);
    body = min(body, smax(r - .2f, fabsf(q.y - .04f) - .03f, .02f));
    V t = rotY(q - v3(0, .26f, 0), .8f, m.x > 0 ? -.6f : .6f); t.x = fabsf(t.x) * 0 + (m.x > 0 ? t.x : -t.x) - .22f; f rr = sqrtf(t.x * t.x + t.y * t.y) - .115f;
    put(smin(body, max(sqrtf(rr * rr + t.z * t.z) - .03f, -t.x - .02f), .03f), MUG, -1);
    put(smax(r - .19f, fabsf(q.y - .40f) - .01f, .01f), FOAM, -1);
  }
  for (V m : mics) {
    f b = len(p - m - v3(0, -.6f, 0)) - 1.3f;
    if (b > h.d) continue;
    if (b > .3f) { put(b, METAL, -1); continue; }
    V q = p - m; q = rotX(q, .80f, .60f);
    f foam = cap(q, v3(0, .10f, 0), v3(0, -.10f, 0), .165f, .165f);
    put(foam, FOAM, -1);
    f body = cap(q, v3(0, -.2f, 0), v3(0, -.62f, 0), .105f, .085f);
    f ring = smax(sqrtf(q.x * q.x + q.z * q.z) - .178f, fabsf(q.y + .2f) - .03f, .02f);
    put(min(body, ring), METAL, -1);
    f stand = cap(p, m + v3(0, -.46f, .36f), v3(m.x, tableY, m.z + .36f), .032f, .032f);
    V bq = p - v3(m.x, tableY + .03f, m.z + .36f);
    f base = smax(sqrtf(bq.x * bq.x + bq.z * bq.z) - .34f, fabsf(bq.y) - .035f, .03f);
    put(smin(stand, base, .05f), METAL, -1);
  }
  for (int i = 0; i < (int)people.size(); i++) {
    if (only == -2 || (only >= 0 && i != only)) continue;
    const Person &P = people[i];
    V o = p - P.pos;
    f hb = (len(o - v3(0, -.15f, 0)) - 1.75f * P.scale);
    f bb = rbox(o - v3(0, -3.3f, -.2f), v3(2.3f, 2.3f, 1.6f), .3f);
    if (min(hb, bb) > h.d) continue;
    if (hb > .4f && bb > .4f) { put(min(hb, bb), SKIN, i); continue; }
    V q = toHead(P, p);
    put(skinSdf(P, q, detail) * P.scale * .86f, SKIN, i);
    V c = {fabsf(q.x) - EYE_X, q.y - EYE_Y, q.z - EYE_Z};
    put((len(c) - EYE_R) * P.scale, EYE, i);
    put(hairSdf(P, q) * P.scale, HAIR, i);
    f sec; V bq = toBody(P, p); f cd = clothSdf(P, bq, &sec) * P.scale;
    put(cd, sec > .5f ? CLOTH2 : CLOTH, i);
  }
  return h;
}
static inline f mapD(V p) { return mapScene(p).d; }
static V normalAt(V p, f e) {
  f a = mapD(p + v3(e, -e, -e)), b = mapD(p + v3(-e, -e, e)), c = mapD(p + v3(-e, e, -e)), d = mapD(p + v3(e, e, e));
  return norm(v3(a - b - c + d, -a - b + c + d, -a + b - c + d));
}
static f shadow(V ro, V rd, f k, f tmax) {
  f r = 1, t = .03f;
  for (int i = 0; i < 48 && t < tmax; i++) {
    f d = mapScene(ro + rd * t, false).d;
    r = min(r, .5f + .5f * k * d / t);
    if (r < 0) break;
    t += clampf(d * .9f, .02f, .5f);
  }
  r = max(r, 0.f); return r * r * (3 - 2 * r);
}
static f occlusion(V p, V n) {
  f o = 0, w = 1;
  for (int i = 1; i <= 5; i++) { f h = .012f + .09f * i * i * .28f; f d = mapD(p + n * h); o += (h - max(d, -.02f)) * w; w *= .62f; }
  return sat(1 - 1.15f * o);
}
