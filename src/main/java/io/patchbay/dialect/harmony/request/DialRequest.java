package io.patchbay.dialect.harmony.request;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.harmony.words.HarmonyCode;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.Body;
import io.patchbay.model.Destination;
import io.patchbay.model.Medium;
import io.patchbay.reading.Calling;

/**
 * Dialling (harmony.md 2.3). An agent with outbound skills is asked for one before it calls an outside number (BINDINGS, demo directory).
 */
final class DialRequest {
    private static final String SKILL = "inContact.outboundskill";

    private DialRequest() { }

    static Body dial(TargetedRequest order) {
        if (order.channel().medium() != Medium.VOICE) {
            throw RequestRefused.with(HarmonyCode.UNSUPPORTED, "Only a Telephony channel can dial.");
        }
        Destination to = VoiceRequests.destination(order);
        HarmonyData extensions = order.data().objectOrEmpty("extensions");
        if (Calling.needsSkill(order.entry(), to)) {
            requireSkill(order, extensions);
        }
        return new AgentCommand.MakeCall(order.channel().id(), order.me(), to, order.terms());
    }

    private static void requireSkill(TargetedRequest order, HarmonyData extensions) {
        String named = extensions.codeIfAny(SKILL, "skillId").orElseThrow(() -> RequestRefused.question(question(order)));
        Calling.skill(order.entry(), named).or(expected -> extensions.wrong(SKILL, expected));
    }

    private static ObjectNode question(TargetedRequest order) {
        ObjectNode extension = JsonNodeFactory.instance.objectNode().put("id", SKILL);
        ArrayNode skills = extension.putArray("skills");
        order.entry().outboundSkills().forEach(skill -> skills.addObject().put("id", skill.code()).put("skillName", skill.label()));
        return extension;
    }
}
