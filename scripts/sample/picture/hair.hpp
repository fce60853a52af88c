// Four hair styles.
#pragma once

#include "person.hpp"

// coordinate across the strands: constant along one strand
static f hairStrand(const Person &P, V q) {
  if (P.hairStyle == QUIFF) return mix((q.x * 1.1f + .38f * q.z + .14f * noise(q * 1.8f)) * 1.2f, (q.y * 1.2f + .25f * q.z) * (q.x > 0 ? 1.f : -1.f) + .1f * noise(q * 2.f), sstep(.50f, .74f, fabsf(q.x)));
  f n = .16f * noise(q * 1.5f);
  if (P.hairStyle == LONG) {
    f px = q.x - .22f, top = atan2f(q.z + .25f, fabsf(px) + .25f) * 1.5f;               // combed away from the parting
    f wav = .07f * sinf(q.y * 4.6f + 1.2f);                                              // locks: strands follow the waves
    f lin = (.72f - fabsf(q.x) + wav) * 1.6f + 1.1f * (q.z - .6f * wav) + .68f;
    return mix(top, lin, sstep(.40f, -.45f, q.y)) + n;
  }
  return atan2f(q.x, q.z + .2f) + n * .6f;
}
static f hairSdf(const Person &P, V q) {
  V s = {fabsf(q.x), q.y, q.z};
  f b = len(q - v3(0, P.hairStyle == LONG ? -.4f : .25f, -.2f)) - (P.hairStyle == LONG ? 2.1f : 1.45f);
  if (b > .25f) return b;
  f d;
  if (P.hairStyle == QUIFF) {
    d = ell(q - v3(0, .33f, -.19f), v3(.80f, .86f, .93f));
    f top = ell(rotZ(q - v3(.06f, .93f, .20f), .985f, .17f), v3(.62f, .24f, .58f));
    d = smin(d, top, .22f);
    f st = hairStrand(P, q);
    d += (.024f * sinf(st * 15 + 1.2f * noise(q * 1.6f)) + .010f * sinf(st * 43)) * sstep(-.25f, .45f, q.y) * mix(1.f, .12f, sstep(.36f, .64f, s.x));
    d += .007f * noise(v3(st * 30, q.y * 6, q.z * 5));
    f cut = ell(q - v3(.03f, -.10f, .98f), v3(.60f, .90f + .06f * sinf(q.x * 7 + 1), .62f));         // face
    d = smax(d, -cut, .10f);
    d = smax(d, -ell(s - v3(.80f, -.16f, .02f), v3(.30f, .34f, .30f)), .06f);   // ears
    d = smax(d, -(q.y + .42f - .25f * (q.z + .5f)), .1f);
  } else if (P.hairStyle == LONG) {
    V h = q - v3(0, .35f, -.20f);
    d = ell(h, v3(.86f, .90f, .95f));
    f wav = .07f * sinf(q.y * 4.6f + 1.2f) * sstep(.3f, -.6f, q.y);
    V l = v3(s.x - wav, q.y, q.z - .6f * wav);
    f side = cap(l, v3(.64f, .35f, -.14f), v3(.78f, -1.0f, .02f), .26f, .25f);
    side = smin(side, cap(l, v3(.78f, -.95f, .02f), v3(.66f, -1.85f, .24f), .25f, .10f), .12f);
    f back = ell(q - v3(0, -.55f, -.55f), v3(.88f, 1.25f, .50f));
    d = smin(d, side, .22f); d = smin(d, back, .25f);
    f st = hairStrand(P, q), lock = sstep(.25f, -.45f, q.y);
    f cut = ell(q - v3(.07f, -.26f, .96f), v3(.615f, 1.10f, .745f)), amp = .15f + .85f * sstep(.02f, .30f, cut);   // calm hair line
    d += ((.024f + .006f * lock) * sinf(st * 14) + .009f * sinf(st * 37 + 1.5f * noise(q * 2.f)) + .005f * noise(v3(st * 40, q.y * 2.2f, 1))) * amp;
    d += .06f * gauss(q.x - .22f - .05f * (q.z - .3f), .045f) * sstep(.72f, .98f, q.y);   // parting
    d = smax(d, -cut, .13f);
    d = smax(d, -ell(s - v3(.56f, .0f, .52f), v3(.15f, .34f, .22f)), .06f);              // temples
  } else if (P.hairStyle == AFRO) {
    d = ell(q - v3(0, .42f, -.20f), v3(.92f, .90f, .98f));
    f cut = ell(q - v3(0, -.13f, 1.0f), v3(.60f, .80f, .64f));
    d = smax(d, -cut, .10f);
    d = smax(d, -ell(s - v3(.86f, -.22f, .06f), v3(.32f, .36f, .32f)), .08f);
    d = smax(d, -(q.y + .40f - .2f * (q.z + .5f)), .12f);
    V g = (q + v3(.05f, .03f, .04f) * noise(q * 7)) * 17.f;
    f gy = sinf(g.x) * cosf(g.y) + sinf(g.y) * cosf(g.z) + sinf(g.z) * cosf(g.x);
    d += .020f * gy + .012f * noise(q * 26);
  } else {                                                             // BOB with a fringe
    V h = q - v3(0, .33f, -.18f);
    d = ell(h, v3(.87f, .91f, .96f));
    f side = cap(s, v3(.64f, .30f, -.02f), v3(.70f, -.72f, .12f), .28f, .23f);
    f back = ell(q - v3(0, -.25f, -.45f), v3(.78f, .62f, .55f));
    d = smin(d, side, .22f); d = smin(d, back, .2f);
    f cut = ell(q - v3(0, -.42f, .98f), v3(.585f, .98f, .74f));
    d = smax(d, -cut, .07f);
    d = smax(d, -(q.y + .93f - .12f * q.z), .08f);
    f a = atan2f(q.x, q.z + .2f) + .08f * noise(q * 2);
    d += .013f * sinf(a * 26 + 3 * noise(q * 1.6f)) + .007f * sinf(a * 75 + 5 * noise(q * 2)) + .004f * noise(v3(a * 60, q.y * 2, 3));
  }
  return d * .68f;
}
