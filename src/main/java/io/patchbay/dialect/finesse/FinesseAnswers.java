package io.patchbay.dialect.finesse;

import io.patchbay.dialect.finesse.frame.XmlText;
import io.patchbay.dialect.finesse.request.FinesseRefused;
import io.patchbay.dialect.finesse.words.ApiError;
import io.patchbay.dialect.finesse.words.Element;
import io.patchbay.dialect.finesse.words.ErrorType;
import io.patchbay.door.PendingCommand;
import io.patchbay.wire.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Responses: an object, an empty body, or errors. XML for every Accept header. */
final class FinesseAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(FinesseAnswers.class);
    private static final String XML = "application/xml;charset=UTF-8";
    private static final Map<String, String> CHALLENGE = Map.of("WWW-Authenticate", "Basic realm=\"patchbay finesse\", charset=\"UTF-8\"");

    private FinesseAnswers() { }

    static HttpResponse object(Element root) {
        return new HttpResponse(200, XML, XmlText.of(root), List.of());
    }

    /** The effects come as notifications. */
    static HttpResponse accepted() {
        return new HttpResponse(202, XML, "", List.of());
    }

    static HttpResponse refused(FinesseRefused why) {
        String body = XmlText.of(why.error().body());
        return new HttpResponse(why.status(), XML, body, why.type() == ErrorType.AUTHORIZATION_FAILURE ? CHALLENGE
                : why.retryAfter() > 0 ? Map.of("Retry-After", Long.toString(why.retryAfter())) : Map.of());
    }

    /** Of an error of the port, which has a status of its own. */
    static HttpResponse refused(int status, String sentence) {
        return new HttpResponse(status, XML,
                XmlText.of(new ApiError(ErrorType.ofHttp(status).text(), sentence, "request").body()), List.of());
    }

    static PendingCommand<FinesseCompletion> pending(HttpResponse response) {
        return PendingCommand.answered(outcomes -> CompletableFuture.completedFuture(response), String.valueOf(response.status()));
    }

    static FinesseRefused denied() {
        return new FinesseRefused(ErrorType.AUTHORIZATION_FAILURE, "Authorization", "Send the Basic credentials of an agent.");
    }

    static FinesseRefused tooFast() {
        return new FinesseRefused(ErrorType.SERVICE_UNAVAILABLE, "requests",
                "This user sends too many requests. Wait a second and try again.");
    }

    /** The refusal of a request that failed. The log has the cause of a failure of the gateway. */
    static HttpResponse failure(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        if (cause instanceof FinesseRefused refused) {
            return refused(refused);
        }
        if (cause instanceof TimeoutException) {
            return refused(new FinesseRefused(ErrorType.SERVICE_UNAVAILABLE, "UNAVAILABLE",
                    "The agent's state could not be read in time. Try again."));
        }
        LOG.atError().setCause(cause).addKeyValue("dialect", FinesseFeeds.DIALECT).log("a request could not be answered");
        return refused(new FinesseRefused(ErrorType.INTERNAL, "INTERNAL", "The gateway failed. Its log has the cause."));
    }
}
