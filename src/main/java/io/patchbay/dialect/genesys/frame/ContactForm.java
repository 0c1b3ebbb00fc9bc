package io.patchbay.dialect.genesys.frame;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.genesys.words.ContactState;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;

/** How one generation of resources shows a contact of an agent. */
interface ContactForm {

    Notification.Topic topic();

    /** The message type of a change of state. */
    String messageType();

    /** The name of the contact in a notification. */
    String resource();

    String path(InteractionId id);

    /** Whether notifications have the number of the request that caused them. */
    boolean hasReferences();

    /** With user data, as a read or an invitation shows it. */
    ObjectNode whole(InteractionId id, Interaction interaction);

    /** As a notification of participants shows it. Participants are shown to agents that take part. */
    ObjectNode brief(InteractionId id, Interaction interaction);

    /** Without participants and operations. */
    ObjectNode empty(InteractionId id, Interaction interaction, ContactState state);
}
