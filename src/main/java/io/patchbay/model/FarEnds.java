package io.patchbay.model;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** The behaviour of outside parties by number. The first rule that matches the whole number decides. */
public record FarEnds(List<Rule> rules, FarEnd otherwise) {
    public record Rule(Pattern number, FarEnd farEnd) {
        public Rule {
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(farEnd, "farEnd");
        }
    }

    public FarEnds {
        rules = List.copyOf(rules);
        Objects.requireNonNull(otherwise, "otherwise");
    }

    public FarEnd of(Address number) {
        return rules.stream().filter(rule -> rule.number().matcher(number.value()).matches())
                .findFirst().map(Rule::farEnd).orElse(otherwise);
    }
}
