package io.switchboard.markup.math;

import java.util.HashMap;
import java.util.Map;

/** What the commands stand for that are one sign. */
final class Signs {
  /** Letters. */
  static final Map<String, String> LETTERS =
      pairs(
          """
          alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ
          varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ
          upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ
          Upsilon Υ Phi Φ Psi Ψ Omega Ω infty ∞ partial ∂ nabla ∇ hbar ℏ hslash ℏ ell ℓ imath ı jmath ȷ wp ℘ Re ℜ Im ℑ
          aleph ℵ beth ℶ gimel ℷ emptyset ∅ varnothing ∅ forall ∀ exists ∃ nexists ∄ top ⊤ bot ⊥ angle ∠ measuredangle ∡
          triangle △ square □ Box □ blacksquare ■ lozenge ◊ diamondsuit ♢ heartsuit ♡ clubsuit ♣ spadesuit ♠
          flat ♭ natural ♮ sharp ♯ prime ′ backprime ‵ degree ° checkmark ✓ dag † ddag ‡ S § P ¶ pounds £ euro € yen ¥
          circledR ® copyright © ldots … dots … cdots ⋯ dotsb ⋯ dotsc … dotsi ⋯ dotsm ⋯ vdots ⋮ ddots ⋱ complement ∁
          eth ð mho ℧ Finv Ⅎ digamma ϝ bigstar ★ blacktriangle ▲ QED ∎ qedsymbol ∎ R ℝ N ℕ Z ℤ Q ℚ C ℂ
          """);

  /** Operators and relations. */
  static final Map<String, String> OPERATORS =
      pairs(
          """
          pm ± mp ∓ times × div ÷ cdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙
          cap ∩ cup ∪ uplus ⊎ sqcap ⊓ sqcup ⊔ vee ∨ wedge ∧ lor ∨ land ∧ lnot ¬ neg ¬ setminus ∖ smallsetminus ∖ wr ≀ amalg ⨿
          le ≤ leq ≤ ge ≥ geq ≥ leqslant ⩽ geqslant ⩾ ne ≠ neq ≠ ll ≪ gg ≫ lt < gt > equiv ≡ sim ∼ simeq ≃ approx ≈ cong ≅
          approxeq ≊ propto ∝ prec ≺ succ ≻ preceq ⪯ succeq ⪰ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊
          supsetneq ⊋ nsubseteq ⊈ sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑ sqsupseteq ⊒ in ∈ notin ∉ ni ∋ mid ∣ nmid ∤
          parallel ∥ nparallel ∦ perp ⟂ vdash ⊢ dashv ⊣ models ⊨ vDash ⊨ Vdash ⊩ asymp ≍ doteq ≐ triangleq ≜ coloneqq ≔
          lesssim ≲ gtrsim ≳ nless ≮ ngtr ≯ nleq ≰ ngeq ≱ lessgtr ≶ smile ⌣ frown ⌢ bowtie ⋈ Join ⋈ between ≬ therefore ∴ because ∵
          to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⟹
          impliedby ⟸ iff ⟺ longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹ Longleftarrow ⟸
          Longleftrightarrow ⟺ mapsto ↦ longmapsto ⟼ hookrightarrow ↪ hookleftarrow ↩ uparrow ↑ downarrow ↓ updownarrow ↕
          Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ rightharpoonup ⇀ rightharpoondown ⇁
          leftharpoonup ↼ leftharpoondown ↽ rightleftharpoons ⇌ leftrightharpoons ⇋ rightleftarrows ⇄ leftrightarrows ⇆
          twoheadrightarrow ↠ rightarrowtail ↣ leadsto ⇝ rightsquigarrow ⇝ nrightarrow ↛ nleftarrow ↚ nRightarrow ⇏
          circlearrowleft ↺ circlearrowright ↻ curvearrowright ↷ curvearrowleft ↶ restriction ↾ upharpoonright ↾
          colon : lbrack [ rbrack ] % % # # & & $ $ _ _ surd √ triangleleft ◁ triangleright ▷ bigcirc ◯ dagger † ddagger ‡
          boxplus ⊞ boxtimes ⊠ ltimes ⋉ rtimes ⋊ barwedge ⊼ veebar ⊻ Cap ⋒ Cup ⋓ lll ⋘ ggg ⋙ diamond ⋄ Diamond ◇ slash / cdotp · centerdot ⋅
          """);

  /** What stands at the sides of something. */
  static final Map<String, String> FENCES =
      pairs(
          """
          { { } } lbrace { rbrace } langle ⟨ rangle ⟩ lvert | rvert | lVert ‖ rVert ‖ vert | Vert ‖ | ‖
          lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ lgroup ⟮ rgroup ⟯ ulcorner ⌜ urcorner ⌝ llcorner ⌞ lrcorner ⌟ backslash \\
          """);

  /** Large ones, whose limits stand above and below where there is room. */
  static final Map<String, String> LARGE =
      pairs(
          """
          sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ biguplus ⨄ bigsqcup ⨆
          """);

  /** Integrals, whose limits stand beside them. */
  static final Map<String, String> INTEGRALS =
      pairs("int ∫ iint ∬ iiint ∭ iiiint ⨌ oint ∮ oiint ∯ oiiint ∰ smallint ∫");

  /** Names of functions: one, or one whose limits stand below. */
  static final Map<String, String> FUNCTIONS =
      pairs(
          """
          sin sin cos cos tan tan cot cot sec sec csc csc sinh sinh cosh cosh tanh tanh coth coth arcsin arcsin
          arccos arccos arctan arctan log log ln ln lg lg exp exp dim dim ker ker deg deg arg arg hom hom sgn sgn
          """);

  static final Map<String, String> LIMITS =
      pairs(
          """
          lim lim max max min min sup sup inf inf det det gcd gcd Pr Pr argmax argmax argmin argmin
          """);

  /** Blanks, as wide as TeX has them, in em. */
  static final Map<String, String> BLANKS =
      pairs(
          """
          , 0.1667 : 0.2222 > 0.2222 ; 0.2778 ! -0.1667 quad 1 qquad 2 thinspace 0.1667 medspace 0.2222
          thickspace 0.2778 negthinspace -0.1667 enspace 0.5 enskip 0.5 space 0.25 nobreakspace 0.25
          """);

  /** What stands above. Those from "wide" on stretch. */
  static final Map<String, String> ABOVE =
      pairs(
          """
          hat ^ check ˇ tilde ~ acute ´ grave ` dot ˙ ddot ¨ dddot ⃛ breve ˘ bar ¯ vec → mathring ˚ widehat ^ widetilde ~
          overline ‾ overrightarrow → overleftarrow ← overleftrightarrow ↔ overbrace ⏞ overparen ⏜ overbracket ⎴
          """);

  /** What stands below. */
  static final Map<String, String> BELOW =
      pairs(
          """
          underline _ underbrace ⏟ underparen ⏝ underbracket ⎵ underrightarrow → underleftarrow ←
          """);

  private Signs() {}

  private static Map<String, String> pairs(String words) {
    String[] all = words.strip().split("\\s+", -1);
    Map<String, String> pairs = HashMap.newHashMap(all.length / 2);
    for (int i = 0; i + 1 < all.length; i += 2) {
      pairs.put(all[i], all[i + 1]);
    }
    return Map.copyOf(pairs);
  }
}
