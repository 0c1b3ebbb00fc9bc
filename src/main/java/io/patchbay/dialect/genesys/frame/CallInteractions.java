package io.patchbay.dialect.genesys.frame;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.genesys.words.InteractionCapabilities;
import io.patchbay.model.AgentId;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.InteractionId;
import java.util.List;
import java.util.Optional;

/** What an event of an interaction with calls tells one agent on the topic of interactions: one notification where it shows. */
record CallInteractions(InteractionResources resources) {

    List<Notification> of(InteractionId id, Interaction before, Interaction after) {
        return change(before, after).map(type -> List.of(told(type, id, after))).orElse(List.of());
    }

    /** The whole state, for clients that missed events. */
    List<Notification> all(InteractionId id, Interaction now) {
        return phase(now).isPresent() ? List.of(told("StatusChange", id, now)) : List.of();
    }

    private Optional<String> change(Interaction before, Interaction after) {
        if (!phase(before).equals(phase(after))) {
            return Optional.of("StatusChange");
        }
        if (phase(after).isEmpty()) {
            return Optional.empty();
        }
        return !resources.parties(before).equals(resources.parties(after)) ? Optional.of("ParticipantsUpdated")
                : !data(before).equals(data(after)) ? Optional.of("PropertiesUpdated")
                : !InteractionCapabilities.of(before, me()).equals(InteractionCapabilities.of(after, me())) ? Optional.of("StatusChange")
                : Optional.empty();
    }

    private Notification told(String type, InteractionId id, Interaction now) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("messageType", resources.messageType()).put("notificationType", type);
        data.set(resources.resource(), resources.brief(id, now));
        return new Notification(resources.topic(), data);
    }

    private ObjectNode data(Interaction interaction) {
        return ContactResources.userData(interaction, me());
    }

    private Optional<Member.Phase> phase(Interaction interaction) {
        return interaction.member(me()).map(Member::phase);
    }

    private AgentId me() {
        return resources.me();
    }
}
