// Skin, eyes, hair and other surfaces in that light.
#pragma once

#include "light.hpp"

static V shadeSkin(const Person &P, V p, V rd) {
  V q = toHead(P, p); f s = fabsf(q.x);
  V base = P.skin; bool face0 = q.z > .3f;
  // colour zones: cheeks, nose tip and ears warmer; socket a little darker
  f warm = .85f * gauss(len(v3((s - .42f) * .9f, q.y + .24f, 0)), .24f) + .7f * gauss(len(v3(q.x, q.y + .30f, (q.z - .98f))), .16f) + .8f * sstep(.70f, .82f, s) * sstep(-.35f, 0.f, q.y) * sstep(.3f, .0f, fabsf(q.z + .1f));
  warm += .35f * gauss(len(v3(q.x, q.y + 1.02f, q.z - .6f)), .18f);
  base = mix(base, base * v3(1.10f, .68f, .62f), sat(warm) * .50f);
  base = base * (1 + .06f * fbm(q * 5.f) + .045f * noise(q * 55));
  base = mix(base, base * v3(.78f, .62f, .52f), P.freckles * sstep(.45f, .75f, noise(q * 31)) * gauss(len(v3((s - .30f) * .8f, q.y + .16f, 0)), .26f) * (face0 ? 1.f : 0.f));
  f up, ap = aperture(P, v3(s, q.y, q.z), &up);
  bool face = q.z > .3f;
  f spec = 1, rough = .46f;
  if (face) {
    base = mix(base, base * v3(.74f, .60f, .60f), .45f * gauss(len(v3((s - .29f) * .7f, q.y - .07f, 0)), .15f));
    if (P.stubble > 0) {
      f jaw = sstep(-.36f, -.52f, q.y + .18f * gauss(s - .30f, .18f)) * sstep(-1.25f, -1.0f, q.y) * sstep(.2f, .4f, q.z);
      base = mix(base, v3(.20f, .17f, .165f), P.stubble * jaw * (.55f + .35f * noise(q * 70)));
    }
    f m, seam; lips(P, q, &m, &seam);
    base = mix(base, P.lip * (1 + .10f * noise(v3(q.x * 60, q.y * 8, 0))), m * .92f); rough = mix(rough, .34f, m);
    base = mix(base, P.lip * .22f, seam * .85f);
    f bm = browMask(P, q); f st = .6f + .4f * noise(v3(s * 55 - q.y * 40, q.y * 20, 0)); bm *= clampf(.75f + .45f * st, 0, 1);
    base = mix(base, P.hair * .75f + v3(.01f, .007f, .005f), bm * .93f); spec = mix(spec, .2f, bm);
    // lash line, thicker at the upper outer corner
    V c = v3(s - EYE_X, q.y - EYE_Y, q.z - EYE_Z);
    if (dot(c, c) < .09f) {
      f outer = sstep(-.18f, .18f, c.x);
      f lash = gauss(ap, (.011f + .008f * outer) * P.lash) * (up > -.05f ? 1.f : .30f);
      base = mix(base, v3(.018f, .011f, .009f), sat(lash * 1.15f) * .93f);
      base = mix(base, v3(.55f, .26f, .22f) * P.skin * 1.6f, gauss(len(v3(c.x + .165f, c.y + .016f, 0)), .022f) * .8f);    // inner corner
    }
  } 
  V n = normalAt(p, .0025f), n2 = normalAt(p, .030f);
  n2 = norm(n2 + n * .35f);
  V pn = norm(n + v3(noise(q * 60), noise(q * 60 + v3(7, 3, 1)), noise(q * 60 + v3(2, 9, 4))) * .045f);
  V v = rd * -1.f;
  f ao = occlusion(p, n);
  f sk = shadow(p + n * .02f, keyDir, 5.f, 5.f), sf = mix(.45f, 1.f, ao);
  auto wrap = [](f d, f w) { return sat((d + w) / (1 + w)); };
  f dr = wrap(dot(n2, keyDir), .26f), dg = wrap(dot(mix(n, n2, .45f), keyDir), .12f), db = wrap(dot(mix(n, n2, .25f), keyDir), .07f);
  V dif = v3(dr * powf(sk, .72f), dg * powf(sk, .95f), db * sk);
  V c = keyCol * dif;
  c = c + fillCol * (wrap(dot(n2, fillDir), .5f) * sf);
  V amb = mix(v3(.26f, .20f, .16f), v3(.36f, .40f, .46f), .5f + .5f * n2.y);
  c = c + amb * .72f * v3(powf(ao, .62f), powf(ao, .95f), ao);
  c = c * base;
  f fres = powf(1 - sat(dot(n, v)), 4);
  f rA = sat(dot(n, rimA)) * (.25f + fres), rB = sat(dot(n, rimB)) * (.25f + fres);
  f shA = rA > .02f ? shadow(p + n * .03f, rimA, 8.f, 4.f) : 0, shB = rB > .02f ? shadow(p + n * .03f, rimB, 8.f, 4.f) : 0;
  c = c + (rimACol * (rA * shA) + rimBCol * (rB * shB)) * (base * .8f + v3(.10f, .10f, .10f));
  f sp = ggx(pn, v, keyDir, rough) * 1.1f + ggx(pn, v, keyDir, .28f) * .28f;
  c = c + keyCol * (sp * spec * sk * 1.5f) + fillCol * (ggx(pn, v, fillDir, .42f) * spec * 1.6f);
  c = c + v3(.16f, .17f, .19f) * (fres * .35f * ao * spec);
  // light through thin parts (ears, nose wings)
  f th = 0; for (int i = 1; i <= 3; i++) { f h = .06f * i; th += max(0.f, h + mapD(p - n * h)); }
  c = c + v3(.9f, .20f, .07f) * base * (sat(th * 2.2f) * .45f * ao);
  return c;
}
static V shadeEye(const Person &P, V p, V rd) {
  V q = toHead(P, p); f sx = q.x > 0 ? 1.f : -1.f;
  V c = norm(v3(q.x - sx * EYE_X, q.y - EYE_Y, q.z - EYE_Z));
  V g = norm(v3(P.gazeX - sx * .03f, P.gazeY, 1));                       // gaze in head space, slightly converging
  f cs = dot(c, g); f r = acosf(clampf(cs, -1, 1)) / (.080f * 1.04f / EYE_R);   // 1 at the edge of the iris
  V t = norm(c - g * cs); f ang = atan2f(t.y, t.x);
  V sclera = mix(v3(.80f, .77f, .74f), v3(.62f, .36f, .32f), sstep(.72f, 1.0f, fabsf(c.x) / .95f) * .5f);
  f fib = .5f + .5f * noise(v3(ang * 9.f + 20, r * 2.2f, 1)); fib = .6f * fib + .4f * (.5f + .5f * noise(v3(ang * 22.f, r * 3, 4)));
  V ir = P.iris * (.55f + .95f * fib) * mix(1.35f, .75f, sstep(.35f, .95f, r));
  ir = mix(ir, P.iris * .25f, sstep(.80f, .98f, r));
  ir = ir * (1.f + .9f * sat(dot(t, norm(v3(.45f, -.7f, 0)))) * sstep(.4f, .8f, r));      // caustic glow opposite the key
  V col = mix(ir, sclera, sstep(.96f, 1.06f, r));
  col = mix(v3(.004f, .004f, .005f), col, sstep(.37f, .43f, r));
  f up; aperture(P, v3(fabsf(q.x), q.y, q.z), &up);
  f lidsh = mix(.30f, 1.f, sstep(.0f, -.060f, up));
  V n = normalAt(p, .002f); f ao = mix(.35f, 1.f, occlusion(p, n)); 
  V L = keyCol * (.30f + .34f * sat(dot(n, keyDir))) + v3(.33f, .34f, .37f);
  V out = col * L * (lidsh * ao * .78f);
  V rf = rd - n * (2 * dot(n, rd)); f fr = .045f + .6f * powf(1 - sat(-dot(n, rd)), 5);
  out = out + environment(rf) * (fr * (r < 1.1f ? 1.f : .35f)) * mix(.25f, 1, lidsh);
  // painted main catch light so that every eye is alive
  V hv = norm(g + norm(v3(-.42f * (q.x > 0 ? 1.f : 1.f), .50f, .0f)) * .26f);
  V w = c - hv; out = out + v3(1.5f, 1.45f, 1.38f) * (sstep(.088f, .060f, len(w)) * .8f);
  V hw = norm(g + norm(v3(.5f, -.55f, .0f)) * .30f); out = out + v3(.35f, .38f, .42f) * (sstep(.085f, .03f, len(c - hw)) * .35f);
  return out;
}
static V shadeHair(const Person &P, V p, V rd) {
  V q = toHead(P, p); V n = normalAt(p, .004f), v = rd * -1.f;
  // strand direction: from the crown down over the skull
  V up = norm(q - v3(0, .95f, -.25f)); V hn = norm(q - v3(0, .3f, -.2f)); V t = norm(up - hn * dot(up, hn));
  if (P.hairStyle == QUIFF) t = norm(v3(-.55f, .1f, -.75f) - hn * dot(v3(-.55f, .1f, -.75f), hn));
  // back to world space (inverse rotations)
  t = rotZ(t, P.cr, -P.sr); t = rotX(t, P.cp, -P.sp); t = rotY(t, P.cy, -P.sy);
  f a = hairStrand(P, q); f strand = noise(v3(a * 85, q.y * 2.2f, 3)), strand2 = noise(v3(a * 30, q.y * 1.3f, 7));
  if (P.hairStyle == AFRO) { strand = noise(q * 48); strand2 = noise(q * 20); }
  V base = mix(P.hair, P.hair2, sat(.38f + .42f * strand2 + .25f * strand));
  t = norm(t + n * (.12f * strand + .08f * strand2));
  f ao = occlusion(p, n), sk = shadow(p + n * .03f, keyDir, 6.f, 5.f);
  f nl = sat((dot(n, keyDir) + .25f) / 1.25f);
  V c = base * (keyCol * (nl * sk * .85f) + fillCol * sat(dot(n, fillDir) * .6f + .4f) + mix(v3(.16f, .13f, .11f), v3(.30f, .33f, .38f), .5f + .5f * n.y) * ao * .9f);
  auto kk = [&](V l, f e, f sh) { V h = norm(l + v); V tt = norm(t + n * sh); f th = dot(tt, h); return powf(sqrtf(max(0.f, 1 - th * th)), e) * sat(dot(n, l) + .2f); };
  f ks = P.hairStyle == AFRO ? .25f : 1.f;
  c = c + keyCol * (kk(keyDir, 70, .10f) * .055f * sk * ao * ks * (1 + .6f * strand)) + (keyCol * base) * (kk(keyDir, 18, -.1f) * .55f * sk * ao * ks);
  f fres = powf(1 - sat(dot(n, v)), 3);
  f shA = shadow(p + n * .04f, rimA, 8.f, 4.f), shB = shadow(p + n * .04f, rimB, 8.f, 4.f);
  c = c + rimACol * (sat(dot(n, rimA)) * (.12f + fres) * shA) * (base * 1.3f + v3(.028f, .028f, .028f)) + rimBCol * (sat(dot(n, rimB)) * (.12f + fres) * shB) * (base * 1.3f + v3(.028f, .028f, .028f));
  return c * mix(.45f, 1.f, ao);
}
static V shadeOther(int m, const Person *P, V p, V rd) {
  V base = v3(.2f, .2f, .2f); f rough = .7f, spec = .5f, sheen = 0; V v = rd * -1.f;
  V n = normalAt(p, .004f);
  if (m == CLOTH || m == CLOTH2) {
    V q = toBody(*P, p); base = m == CLOTH ? P->cloth : P->cloth2; sheen = .6f;
    f weave = P->wear == BLAZER && m == CLOTH ? noise(v3(q.x * 50 + q.y * 12, q.y * 50, q.z * 40)) * .16f + .05f * sinf(q.y * 160 + q.x * 160) : noise(q * 40) * .09f;
    base = base * (1 + weave);
    n = norm(n + v3(noise(q * 38), noise(q * 38 + v3(5, 5, 5)), 0) * .06f); rough = .8f; spec = .35f;
  } else if (m == TABLE) {
    f g = noise(v3(p.x * .7f, 0, p.z * 9)) * .6f + .4f * noise(v3(p.x * 2.2f, 0, p.z * 34));
    base = mix(v3(.17f, .085f, .040f), v3(.30f, .165f, .085f), .5f + .5f * g); rough = .32f; spec = 1.3f; n = v3(0, 1, 0); if (p.z > 3.18f) n = v3(0, 0, 1);
  } else if (m == FOAM) {
    f g = sinf(p.x * 90) * sinf(p.y * 90) * sinf(p.z * 90); base = v3(.050f, .052f, .056f) * (1 + .8f * g); rough = .45f; spec = 1.2f;
  } else if (m == MUG) { base = p.x > 0 ? v3(.62f, .58f, .50f) : v3(.10f, .26f, .27f); rough = .28f; spec = 1.2f;
  } else base = v3(.06f, .06f, .065f), rough = .25f, spec = 2.4f;
  f ao = occlusion(p, n), sk = shadow(p + n * .03f, keyDir, 5.f, 6.f);
  f nl = sat((dot(n, keyDir) + .1f) / 1.1f), fres = powf(1 - sat(dot(n, v)), 4);
  V c = base * (keyCol * (nl * sk) + fillCol * (sat(dot(n, fillDir) * .6f + .4f) * mix(.4f, 1, ao)) + mix(v3(.16f, .13f, .11f), v3(.34f, .37f, .42f), .5f + .5f * n.y) * ao * .8f);
  c = c + keyCol * (ggx(n, v, keyDir, rough) * spec * sk);
  c = c + base * keyCol * (fres * sheen * .5f * ao);
  f rA = sat(dot(n, rimA)), rB = sat(dot(n, rimB));
  f shA = rA > 0 ? shadow(p + n * .04f, rimA, 8.f, 4.f) : 0, shB = rB > 0 ? shadow(p + n * .04f, rimB, 8.f, 4.f) : 0;
  c = c + (rimACol * (rA * shA) + rimBCol * (rB * shB)) * (base * .35f + v3(.03f, .03f, .03f)) * (.2f + fres);
  if (m == METAL || m == TABLE || m == MUG) { V rf = rd - n * (2 * dot(n, rd)); c = c + environment(rf) * ((m == METAL ? .22f : .05f) + fres * .35f) * ao; }
  return c;
}
