package io.strongroom.admin.query;

import io.strongroom.factor.Factors;
import io.strongroom.factor.FailureRow;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import java.util.stream.Stream;
import org.keycloak.models.jpa.entities.CredentialEntity;

/**
 * Conditions on the row that counts the failures of a factor.
 *
 * @param profileNumbers whether to include phone numbers from the user profile attribute
 */
record LockPredicates(UserPredicates user, Path<CredentialEntity> row, boolean profileNumbers) {

    /**
     * Matches rows with 100 to 199 failures (counts stop soon after 100) of a factor that the user still has. A query
     * can't determine which phone number a row belongs to, so the row counts as long as the user has any number; it is
     * deleted with its number.
     */
    Predicate isOfPresentFactor() {
        CriteriaBuilder builder = user.builder();
        Expression<String> data = user.dataOf(row, FailureRow.TYPE);
        Expression<String> owner = row.get("user").get("id");
        Stream<Predicate> notById = Factors.all().stream()
                .filter(factor -> !StoredFactors.LOCKED_BY_ID.contains(factor.type()))
                .map(factor -> builder.and(
                        user.contains(data, "\"" + factor.type() + "\""), user.has(owner, factor, profileNumbers)));
        return builder.and(
                builder.or( // the count may or may not be the last field
                        builder.like(data, builder.literal("%\"failures\":1__}%")),
                        builder.like(data, builder.literal("%\"failures\":1__,%"))),
                builder.or(
                        user.anyOf(notById), user.exists(CredentialEntity.class, owner, own -> isNamedIn(data, own))));
    }

    private Predicate isNamedIn(Expression<String> data, Path<CredentialEntity> own) {
        CriteriaBuilder builder = user.builder();
        return builder.and(
                own.get("type").in(StoredFactors.LOCKED_BY_ID),
                builder.gt(builder.locate(data, builder.concat(builder.concat("\"", own.get("id")), "\"")), 0));
    }
}
