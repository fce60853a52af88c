// Eyes, lips, head and brows as signed distances.
#pragma once

#include "person.hpp"

// eye opening: <0 inside. also gives the signed height over the upper lid line
static inline f aperture(const Person &P, V s, f *up) {
  f x = s.x - EYE_X, y = s.y - EYE_Y; f t = .10f;
  f X = x + y * t, Y = y - x * t;
  f w = .150f * P.eye, hu = .074f * P.eye, hl = .050f * P.eye;
  f n = X / w, c = 1 - n * n; f sk = 1 - .22f * n;      // highest point a little towards the nose
  f du = (Y - hu * c * sk) / sqrtf(1 + 4 * hu * hu * n * n / (w * w));
  f dl = (-Y - hl * c * (1 + .2f * n)) / sqrtf(1 + 4 * hl * hl * n * n / (w * w));
  if (up) *up = du;
  return smax(du, dl, .01f);
}
// lip relief. m = lip colour mask, seam = closeness to the mouth line
static f lips(const Person &P, V q, f *m, f *seam) {
  f w = .285f * P.mouthW, u = fabsf(q.x) / w; f c = max(1 - u * u, 0.f);
  f ys = MOUTH_Y + P.smile * .055f * u * u + .010f * gauss(u, .22f) * -1.f + .006f * gauss(u - .35f, .2f);
  f hu = P.lipU * (.088f * powf(c, .8f) - .020f * gauss(u, .14f)), hl = P.lipL * .105f * powf(c, .62f);
  f t = q.y > ys ? (q.y - ys) / max(hu, .004f) : (ys - q.y) / max(hl, .004f);
  f A = (q.y > ys ? .055f : .070f) * sqrtf(c);
  f tt = min(t, 1.f); f h = A * (1 - tt) * (1 - tt) * (1 + 2 * tt) * mix(.45f, 1, sstep(0, .42f, tt));
  f line = gauss(q.y - ys, .0125f) * sstep(1.04f, .84f, u);
  if (m) { *m = sstep(1.08f, .86f, t) * sstep(1.02f, .93f, u); *seam = line; }
  f corner = gauss(len(v3(fabsf(q.x) - w, q.y - ys, 0)), .055f);
  return h - .030f * line - .012f * corner;
}

// bare head with neck. detail adds lips, lids and folds
static f skinSdf(const Person &P, V q, bool detail = true) {
  V s = {fabsf(q.x), q.y, q.z};
  f fw = P.faceW;
  f d = ell(q - v3(0, .30f, -.14f), v3(.745f * fw, .80f, .90f));
  d = smin(d, ell(q - v3(0, -.26f, .10f), v3(.615f * fw, .77f, .66f)), .30f);
  d = smin(d, cap(s, v3(.37f * P.jawW, -.60f, .06f), v3(.11f * P.jawW, -.925f, .42f), .17f, .15f), .24f);
  d = smin(d, ell(q - v3(0, -.925f - .04f * P.chin, .475f), v3(.19f * P.jawW, .145f, .19f)), .24f);
  d = smin(d, ell(s - v3(.39f * fw, -.17f, .45f), v3(.20f, .18f, .19f)), .26f);
  d = smin(d, ell(q - v3(0, -.62f, .47f), v3(.33f, .27f, .32f)), .22f);
  // neck
  f nk = cap(q, v3(0, -.7f, -.20f), v3(0, -1.75f, -.28f), .385f * P.neck, .44f * P.neck);
  d = smin(d, nk, .12f);
  if (d > .5f) return d - .12f;
  d = smin(d, ell(s - v3(.24f, .315f, .60f), v3(.25f, .075f + .02f * P.stubble, .14f)), .17f);
  d = smax(d, -ell(s - v3(EYE_X, .08f, .88f), v3(.205f, .13f, .17f)), .17f);
  // nose
  f nz = .97f + .03f * P.noseL, nw = P.noseW;
  d = smin(d, cap(q, v3(0, .20f, .68f), v3(0, -.24f, nz - .07f), .06f, .088f), .13f);
  d = smin(d, ell(q - v3(0, -.295f, nz - .02f), v3(.105f * nw, .095f, .10f)), .09f);
  d = smin(d, ell(s - v3(.118f * nw, -.325f, nz - .125f), v3(.068f * nw, .068f, .095f)), .055f);
  d = smax(d, -ell(s - v3(.062f * nw, -.395f, nz - .06f), v3(.034f, .030f, .05f)), .035f);
  // ears
  V e = s - v3(.735f * fw, -.03f, -.14f); e = rotY(e, .92f, .39f); e = rotX(e, .98f, -.17f);
  f ear = ell(e, v3(.065f, .25f, .155f));
  ear = smin(ear, sph(e - v3(-.01f, -.20f, .05f), .06f), .08f);
  ear = smax(ear, -ell(e - v3(.065f, .03f, .02f), v3(.055f, .165f, .085f)), .05f);
  ear = smin(ear, ell(e - v3(.0f, -.03f, .125f), v3(.05f, .06f, .035f)), .05f);
  d = smin(d, ear, .06f);
  // eye lids
  V c = s - v3(EYE_X, EYE_Y, EYE_Z);
  if (dot(c, c) < .20f && detail) {
    f up, a = aperture(P, s, &up);
    f lid = len(c) - (EYE_R + .024f);
    d = smin(d, lid, .085f);
    d -= .012f * gauss(up - .012f, .018f) * sstep(.25f, .15f, fabsf(c.x));                              // lid rim
    d += .020f * gauss(up - .062f, .016f) * sstep(.24f, .12f, fabsf(c.x)) * sstep(.1f, .0f, a - .12f);  // crease
    d = smax(d, -max(a, .0f - c.z), .018f);
  }
  if (detail && q.z > .25f && d < .25f) {
    f fr = sstep(.25f, .45f, q.z);
    d -= lips(P, q, nullptr, nullptr) * fr;
    f ph = sstep(-.40f, -.45f, q.y) * sstep(-.60f, -.52f, q.y);
    d += (.014f * gauss(q.x, .035f) - .008f * gauss(s.x - .062f, .03f)) * ph * fr;
    d += .018f * gauss(q.y + .79f, .05f) * gauss(q.x, .2f) * fr;                                        // under the lower lip
    // nasolabial fold
    V b = v3(.32f, -.66f, 0), a2 = v3(.165f, -.34f, 0), pa = v3(s.x, s.y, 0) - a2, ba = b - a2;
    f h = clampf(dot(pa, ba) / dot(ba, ba), 0, 1.1f); f ds = len(pa - ba * h);
    d += (.006f + .016f * P.age) * gauss(ds, .030f) * fr * sstep(1.1f, .6f, h);
    if (P.age > .3f) {
      f y = q.y + .05f * cosf(q.x * 5);
      d += .007f * P.age * (gauss(y - .52f, .018f) + gauss(y - .63f, .018f) + .7f * gauss(y - .73f, .016f)) * sstep(.42f, .2f, s.x) * fr;
      f bag = gauss((len(v3((s.x - EYE_X) * .8f, s.y - EYE_Y - .02f, 0)) - .175f), .022f) * sstep(0.f, -.06f, s.y - EYE_Y);
      d += .011f * P.age * bag;
    }
  }
  return d;
}
// eyebrow: mask in face space
static f browMask(const Person &P, V q) {
  f x = (fabsf(q.x) - .145f) / .36f; if (x < -.2f || x > 1.2f || q.z < .3f) return 0;
  f yb = .268f + .085f * sinf(clampf(x, 0, 1) * 2.35f) - .05f * x * x;
  f th = .043f * P.brow * sstep(-.12f, .12f, x) * (1 - .72f * sstep(.35f, 1.08f, x));
  return sstep(th + .014f, th - .016f, fabsf(q.y - yb)) * sstep(-.1f, .06f, x) * sstep(1.08f, .9f, x);
}
