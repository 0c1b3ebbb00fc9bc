package io.patchbay.model;

import java.time.Instant;
import java.util.Optional;

/**
 * Events of a messaging contact. An event with an index is an entry of its log. An event with a visibility goes to that audience only.
 */
public sealed interface MessagingEvent extends InteractionEvent {

    <R> R match(Cases<R> cases);

    @Override
    default <R> R family(Families<R> families) {
        return families.messaging(this);
    }

    interface Cases<R> {
        R participantInvited(ParticipantInvited e);

        R invitationFailed(InvitationFailed e);

        R participantJoined(ParticipantJoined e);

        R participantLeft(ParticipantLeft e);

        R visibilityChanged(VisibilityChanged e);

        R nicknameChanged(NicknameChanged e);

        R messagePosted(MessagePosted e);

        R typing(Typing e);

        R closed(Closed e);
    }

    /** Somebody is asked to take part. @param queue present when it looks for an agent from now on, beside those who are there */
    record ParticipantInvited(Invitation invitation, Optional<Interaction.Queueing> queue) implements MessagingEvent {
        public String name() {
            return "messaging.participantInvited";
        }

        public <R> R match(Cases<R> cases) {
            return cases.participantInvited(this);
        }
    }

    /**
     * Nothing comes of an invitation; what had been offered is withdrawn.
     *
     * @param agent who was asked; empty where a queue found nobody
     * @param by    who asked, and learns of it
     */
    record InvitationFailed(PartyId participant, Invitation.Purpose purpose, Optional<AgentId> agent, Optional<AgentId> by, Cause cause)
            implements MessagingEvent {
        public String name() {
            return "messaging.invitationFailed";
        }

        public <R> R match(Cases<R> cases) {
            return cases.invitationFailed(this);
        }
    }

    record ParticipantJoined(long index, Participant participant, Optional<AgentId> agent, Visibility visibility, Instant at)
            implements MessagingEvent {
        public String name() {
            return "messaging.participantJoined";
        }

        public <R> R match(Cases<R> cases) {
            return cases.participantJoined(this);
        }
    }

    /** @param within an agent that completes the contact leaves it by that, and keeps nothing of it */
    record ParticipantLeft(long index, PartyId participant, Optional<AgentId> agent, Visibility visibility, Cause cause, Within within,
                           Instant at) implements MessagingEvent {
        /**
         * The request of which this is a part. A dialect may have to show the parts as one. SUCCESSION: another agent has taken its place
         * by the event before ({@link VisibilityChanged#inPlaceOf}). DISMISSAL: the owner completes and takes the customer along, while
         * other agents are there; first the customer leaves, then the owner.
         */
        public enum Within {
            ITSELF, COMPLETION, SUCCESSION, DISMISSAL;

            /** Whether an agent completes the contact. */
            public boolean completes() {
                return this == COMPLETION || this == DISMISSAL;
            }
        }

        public String name() {
            return "messaging.participantLeft";
        }

        public <R> R match(Cases<R> cases) {
            return cases.participantLeft(this);
        }
    }

    /**
     * An agent that had been consulted is seen by the customer from now on: to it, the agent joins.
     *
     * @param inPlaceOf the agent whose place it takes, and who leaves by a later event of the same command; empty in a conference
     */
    record VisibilityChanged(long index, PartyId participant, Optional<AgentId> agent, Visibility visibility,
                             Optional<AgentId> inPlaceOf, Instant at) implements MessagingEvent {
        public String name() {
            return "messaging.visibilityChanged";
        }

        public <R> R match(Cases<R> cases) {
            return cases.visibilityChanged(this);
        }
    }

    /** The others call it so from now on. */
    record NicknameChanged(long index, PartyId participant, Optional<AgentId> agent, String nickname, Visibility visibility, Instant at)
            implements MessagingEvent {
        public String name() {
            return "messaging.nicknameChanged";
        }

        public <R> R match(Cases<R> cases) {
            return cases.nicknameChanged(this);
        }
    }

    /** @param kind what the text is: of {@link LogEntry.Kind}, those that are written */
    record MessagePosted(long index, PartyId participant, Optional<AgentId> agent, LogEntry.Kind kind, String text, Visibility visibility,
                         Instant at) implements MessagingEvent {
        public String name() {
            return "messaging.messagePosted";
        }

        public <R> R match(Cases<R> cases) {
            return cases.messagePosted(this);
        }
    }

    /** Somebody began to type, or stopped. It has an index and is not kept. */
    record Typing(long index, PartyId participant, Optional<AgentId> agent, boolean on, Visibility visibility, Instant at)
            implements MessagingEvent {
        public String name() {
            return "messaging.typing";
        }

        public <R> R match(Cases<R> cases) {
            return cases.typing(this);
        }
    }

    /** The customer is no longer there: it left, or the last agent that served it did. Said once. */
    record Closed(Cause cause) implements MessagingEvent {
        public String name() {
            return "messaging.closed";
        }

        public <R> R match(Cases<R> cases) {
            return cases.closed(this);
        }
    }
}
