package io.switchboard.web.share;

/** An answer with everything in it. */
public final class Rich {
  public static final String TEXT =
      """
      A **switchboard** joins one line with another, as in the [first exchange](https://example.org) of 1878.

      ## How a call went

      1. The caller lifted the receiver; a lamp lit.
      2. The operator plugged in and asked *“Number, please?”*
         - [x] front cord to the caller
         - [ ] back cord to the called
      3. Both talked.

      | Year | Place | Lines | A note that is rather long, to see how the table scrolls on a phone |
      |-----:|:------|:-----:|:------|
      | 1878 | New Haven | 21 | two calls at once, and a party line of a dozen neighbours listening |
      | 1889 | Kansas City | 99 | an undertaker had enough of operators |

      ```java
      /** Fair: whoever has had the least goes next; and this comment is long enough to have to scroll. */
      record Claim(long id, Instant at) {
        boolean due(InstantSource time) {
          return at.isBefore(time.instant()) && id > 42; // "never" early
        }
      }
      ```

      > Exactly what I meant, for as long as I meant it.

      ### Mathematics

      Euler knew that $e^{i\\pi} + 1 = 0$, and

      $$\\int_0^\\infty e^{-x^2}\\,dx = \\frac{\\sqrt{\\pi}}{2}$$

      $$f(x) = \\begin{cases} x^2 & \\text{if } x > 0 \\\\ \\sum_{i=1}^n \\hat{a}_i & \\text{otherwise} \\end{cases}$$

      ### A drawing

      ```mermaid
      flowchart LR
        caller[Caller] -->|lifts| lamp(Lamp)
        lamp --> operator{Operator}
        operator -->|plugs in| called[Called]
      ```

      #### 多种文字

      电话总机把一条线路接到另一条线路。它让素不相识的人说上话。

      전화 교환대는 한 회선을 다른 회선에 이어 줍니다.

      لوحة التبديل تصل خطًا بآخر.

      <think>Should I mention Strowger?</think>

      Inline `code`, ~~nothing~~ and a footnote.[^1]

      [^1]: Almon Strowger, 1889.
      """;

  private Rich() {}
}
