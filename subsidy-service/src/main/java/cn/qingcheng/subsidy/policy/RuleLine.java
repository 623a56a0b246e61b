package cn.qingcheng.subsidy.policy;

import cn.qingcheng.subsidy.rule.Rule;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A rule as it is stored. */
@Embeddable
record RuleLine(
        String name,
        String cel,
        @Column(name = "text_zh") String zh,
        @Column(name = "text_en") String en) {

    static RuleLine of(Rule rule) {
        return new RuleLine(rule.name(), rule.cel(), rule.zh(), rule.en());
    }

    Rule toRule() {
        return new Rule(name, cel, zh, en);
    }
}
