package io.patchbay.broker;

import static io.patchbay.broker.UnusableBroker.Setting.SECURITY;

import io.patchbay.kafka.KafkaClients;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;

/** What a broker refuses, in words that say what to change. */
final class DeniedAccess {
    private static final String RIGHTS = "It needs the operations Describe, DescribeConfigs, Read and Write on the topics with the prefix "
            + "cti., and Create unless they exist. Grant them with kafka-acls.";

    private DeniedAccess() { }

    /**
     * @param request  what was asked for, as the middle of a sentence
     * @param setting  the one to change where the answer has nothing to do with security
     * @param sentence the whole message in that case, before the reason
     */
    static UnusableBroker of(KafkaClients kafka, String request, UnusableBroker.Setting setting, String sentence, Throwable cause) {
        if (cause instanceof AuthenticationException) {
            return new UnusableBroker(SECURITY, "The broker at " + kafka + " does not let this gateway in (" + reason(cause)
                    + "). Check the user and its password, or the certificates that each side trusts.", cause);
        }
        if (cause instanceof AuthorizationException) {
            return new UnusableBroker(SECURITY, "The broker at " + kafka + " does not let the user of this gateway " + request + " ("
                    + cause.getMessage() + "). " + RIGHTS, cause);
        }
        return new UnusableBroker(setting, sentence + ": " + cause.getMessage(), cause);
    }

    /** What is wrong with a certificate, its cause says. */
    private static String reason(Throwable cause) {
        return cause.getCause() == null ? cause.getMessage() : cause.getMessage() + ": " + cause.getCause().getMessage();
    }
}
