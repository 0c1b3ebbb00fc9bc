package io.patchbay.model;

import java.time.Instant;

/**
 * One entry in the log of a messaging contact.
 *
 * @param index from 1, one for all who may see it; rises, and skips what is told and not kept (who types)
 * @param from the participant it is from, or about, with its role and nickname: it may be gone by now
 * @param text what was written; the address of a page; what somebody is called from now on; empty where somebody came or went
 */
public record LogEntry(long index, Kind kind, PartyId from, Participant.Role role, String nickname, Visibility visibility, String text,
                       Instant at) {

    public enum Kind {
        TEXT, URL, NOTICE, PARTICIPANT_JOINED, PARTICIPANT_LEFT, NICKNAME;

        /** Somebody wrote it; the others tell what became of somebody. */
        public boolean isWritten() {
            return this == TEXT || this == URL || this == NOTICE;
        }
    }

    /** Its approximate size in a cell. */
    public int weight() {
        return text.length() + nickname.length();
    }
}
