package io.patchbay.dialect.acqueon.frame;

import io.patchbay.dialog.AgentWord;
import io.patchbay.model.Presence.NotReadyReason;
import java.time.Instant;
import java.util.Optional;

/**
 * The state of an agent as its clients are told.
 *
 * @param reason  with its label
 * @param pending asked for during work
 * @param since   when it came into the state
 * @param muted   in one of its calls
 */
record AgentState(AgentWord word, Optional<NotReadyReason> reason, Optional<AgentWord> pending, String extension, Instant since,
                  boolean muted) { }
