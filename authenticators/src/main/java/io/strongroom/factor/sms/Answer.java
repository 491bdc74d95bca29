package io.strongroom.factor.sms;

import io.strongroom.factor.Entered;
import jakarta.ws.rs.core.Response;

/** What came of a code that was entered. */
sealed interface Answer {

    Entered entered();

    record Right() implements Answer {
        @Override
        public Entered entered() {
            return Entered.ACCEPTED;
        }
    }

    /** Wrong, and to be counted as a failure. */
    record Wrong(Response page) implements Answer {
        @Override
        public Entered entered() {
            return Entered.WRONG;
        }
    }

    /** Not even checked. */
    record Unchecked(Response page) implements Answer {
        @Override
        public Entered entered() {
            return Entered.NOT_CHECKED;
        }
    }
}
