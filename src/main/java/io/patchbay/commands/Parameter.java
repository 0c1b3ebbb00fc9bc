package io.patchbay.commands;

import com.fasterxml.jackson.databind.JsonNode;

/** A member of a command's target or arguments. */
record Parameter(String name, Form form, boolean required) {

    static final Parameter INTERACTION = text("interaction");
    static final Parameter CALL = text("call");
    static final Parameter CHANNEL = text("channel");
    static final Parameter GROUP = text("group");
    static final Parameter ON_BEHALF_OF = text("onBehalfOf").optional();
    static final Parameter OUTBOUND_SKILL = text("outboundSkill").optional();
    static final Parameter TO = text("to");
    static final Parameter DATA = of("data", Form.PAIRS).optional();

    /** What its value must be. */
    enum Form {
        TEXT("a string"), FLAG("true or false"), TEXTS("an array of strings"), PAIRS("an object of strings");

        private final String words;

        Form(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        boolean fits(JsonNode value) {
            return switch (this) {
                case TEXT -> value.isTextual();
                case FLAG -> value.isBoolean();
                case TEXTS -> value.isArray() && value.valueStream().allMatch(JsonNode::isTextual);
                case PAIRS -> value.isObject() && value.valueStream().allMatch(JsonNode::isTextual);
            };
        }
    }

    static Parameter text(String name) {
        return new Parameter(name, Form.TEXT, true);
    }

    static Parameter of(String name, Form form) {
        return new Parameter(name, form, true);
    }

    Parameter optional() {
        return new Parameter(name, form, false);
    }
}
