"""What stands beside a name, and says that it is one."""

from __future__ import annotations

import re

RELATIONS = (
    "child|children|boy|girl|baby|infant|toddler|son|daughter|brothers?|sisters?|siblings?|"
    "half-brother|half-sister|twins?|"
    "step-?brother|step-?sister|mother|father|mum|mam|dad|parents?|step-?mother|step-?father|"
    "step-?mum|step-?dad|"
    "carers?|grandmother|grandfather|grandparents?|grandma|grandad|granddad|nan|nana|uncle|aunt|"
    "auntie|aunty|cousins?|nephew|"
    "niece|partner|boyfriend|girlfriend|ex-partner|husband|wife|fianc[eé]e?|friends?|best friend|"
    "neighbour|teenager|"
    "young person|young man|young woman|young mother|pupil|student|patient|family|lodger|landlord|guardian|"
    "social worker|teacher|headteacher|tutor|mentor|midwife|health visitor|nurse|key ?worker|support "
    "worker|doctor|"
    "officer|sergeant|constable|inspector|perpetrator|suspect|victim|offender|witness|classmate|foster carer|"
    "babysitter|childminder|coach|foster mother|foster father|foster mum|foster dad"
)
BESIDE = re.compile(
    rf"\b(?:{RELATIONS})(?:'s name(?: is| was|:)?|,? (?:called|named|known as|whose name (?:is|was)|is|"
    rf"was)| \(|,| -|:)? ?"
    r"[\"']?$"
)
CALLED = re.compile(
    r"\b(?:called|named|known as|name is|name was|name:|nicknamed|alias|real name|aka|a\.k\.a\.|"
    r"first name|forename|surname|full name)(?: is| was|:)? ?[\"']?$"
)
RELATION_AFTER = re.compile(
    rf"(?:'s?| and (?:his|her|their)|,? (?:his|her|their|the|a|an)(?: (?:older|younger|elder|eldest|"
    rf"youngest|little|big|baby|twin))?)"
    rf" (?:(?:older|younger|elder|eldest|youngest|little|big|baby|twin|birth|late|foster|maternal|"
    rf"paternal|new|own) )*"
    rf"(?:{RELATIONS}|family|home|house|bedroom|school|behaviour|case|file|record|phone|mobile|"
    rf"injuries|bruises|voice|words|wishes)\b"
)
AGE_AFTER = re.compile(
    r",? ?(?:\((?:aged? )?\d{1,2}(?:[ -]?(?:years?|yrs?|months?|weeks?)(?:[ -]old)?|yo)?[),]"
    r"|(?:is |was |who is |who was |turned )?(?:aged? )\d{1,2}\b"
    r"|,? \d{1,2}(?=[,.)?!:;\n]|$)| (?:is|was|turned) \d{1,2}\b(?!%| (?:per|cases|of|to))"
    r"|(?: (?:is|was))? (?:a )?\d{1,2}[ -](?:years?|months?|weeks?)[ -]old|, (?:a )?\d{1,2}[ -]years?"
    r"| \(?(?:Year|Yr|year) \d{1,2}\b)"
)
AGE_BEFORE = re.compile(
    r"\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|sixteen|"
    r"seventeen)[ -](?:years?|months?|weeks?)[ -]old,? (?:called |named )?$"
)
SPEAKS = re.compile(
    r" (?:said|told|says|tells|disclosed|feels|felt|lives|lived|wants|wanted|cried|alleged|attends|"
    r"asked|went|goes|moved|"
    r"wrote|thinks|thought|hates|loves|likes|liked|enjoys|enjoyed|stays|stayed|ran away|runs away|"
    r"started|misses|missed|"
    r"became|describes|described|explained|refused|replied|shared|spoke|talked|came|sleeps|slept|drew|"
    r"trusts|trusted|"
    r"(?:is|was|has been|had been|got) (?:placed|seen|removed|arrested|excluded|taken|referred|born|"
    r"hit|hurt|scared|afraid|"
    r"found|living|missing from|abused|bullied|happy|sad|safe at|admitted|moved|still|very|often|not "
    r"in|groomed|home))\b"
)
OBJECT_OF = re.compile(
    r"\b(?:visited|saw|met|with|told|asked|hit|hurt|removed|placed|arrested|between|about|for|by|from|"
    r"to|and|when|that|while|"
    r"because|said) $"
)
HONORIFIC = re.compile(
    r"(?<!\w)(?P<title>Mr|Mrs|Ms|Miss|Mx|Dr|PC|DC|PCSO|WPC|Sgt|Sergeant|Inspector|Constable|Cllr|"
    r"Councillor|Rev|Nurse|Sister|Father|Auntie|Aunty|Aunt|Uncle|Nanny|Nan|Grandma|Grandad)\.? "
    r"(?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)"
)
PUBLIC_TITLE = re.compile(
    r"\b(?:sir|dame|lord|lady|baroness|professor|prof|judge|justice|saint|st|king|queen|prince|"
    r"princess|pope|rev|operation|project)\.? (?:[a-z]+ )?$"
)
A_PERSON = re.compile(r"\b(?:child|boy|girl|man|woman|person|friend|he|she|who|his|her|is|was)\b")
PERSON_AFTER = re.compile(
    r",? ?\(?aged? \d{1,2}\b|,? (?:who (?:is|was) )?an? \d{1,2}[ -](?:year|month|week|day)s?[ -]old"
    r"|,? \(\d{1,2} (?:years|yrs|months)|'s? (?:(?:older|younger|birth|step|foster|little|baby) )?"
    r"(?:mother|father|mum|dad|brother|sister|siblings?|uncle|aunt|carers?|parents|grandmother|teacher|"
    r"social worker|bedroom)\b"
)
