package io.patchbay.commands;

import com.fasterxml.jackson.databind.JsonNode;

/** A member of a command's target or arguments. */
record Member(String name, Form form, boolean required) {

    static final Member INTERACTION = text("interaction");
    static final Member CALL = text("call");
    static final Member CHANNEL = text("channel");
    static final Member GROUP = text("group");
    static final Member ON_BEHALF_OF = text("onBehalfOf").optional();
    static final Member OUTBOUND_SKILL = text("outboundSkill").optional();
    static final Member TO = text("to");

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

    static Member text(String name) {
        return new Member(name, Form.TEXT, true);
    }

    static Member of(String name, Form form) {
        return new Member(name, form, true);
    }

    Member optional() {
        return new Member(name, form, false);
    }
}
