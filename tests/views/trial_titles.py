"""Titles that break what does not escape, or escapes twice."""

from __future__ import annotations

TITLES = {
    "quotes": """'single' "double" “curly” & more""",
    "ampersands": "Neglect & use & \N{RIGHTWARDS ARROW} &amp; &lt;b&gt; 50% #1",
    "emoji": "Family \N{FAMILY} \N{WAVING HAND SIGN}\N{EMOJI MODIFIER FITZPATRICK TYPE-5} and é, Ł, 日",
    "right-to-left": "\u0635\u062d\u0629 \u0627\u0644\u0637\u0641\u0644 and \u05d9\u05dc\u05d3\u05d9\u05dd",
    "long": ("Long words & longer \N{SNOWMAN} " * 20)[:299] + "x",
    "formula": "=HYPERLINK(1)",
    "end of a script": "</script><script>alert(1)</script><!-- ]]>",
}
"""The last one is more than a record may say: its angle brackets are refused, and escaped all the same."""
