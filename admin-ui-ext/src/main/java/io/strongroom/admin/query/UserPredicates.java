package io.strongroom.admin.query;

import io.strongroom.factor.FailureRow;
import io.strongroom.factor.sms.SmsCredential;
import io.strongroom.factor.sms.attribute.PhoneNumberAttribute;
import io.strongroom.factor.sms.attribute.ProfileNumbers;
import jakarta.persistence.criteria.CommonAbstractCriteria;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import org.keycloak.models.jpa.entities.CredentialEntity;
import org.keycloak.models.jpa.entities.UserAttributeEntity;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.models.jpa.entities.UserGroupMembershipEntity;
import org.keycloak.models.jpa.entities.UserRoleMappingEntity;

/** What can be said of a user within a query. */
public final class UserPredicates {

    private final CriteriaBuilder builder;
    private final CommonAbstractCriteria query;
    private final Root<UserEntity> user;

    UserPredicates(CriteriaBuilder builder, CommonAbstractCriteria query, Root<UserEntity> user) {
        this.builder = builder;
        this.query = query;
        this.user = user;
    }

    public CriteriaBuilder builder() {
        return builder;
    }

    Root<UserEntity> user() {
        return user;
    }

    public Predicate never() {
        return builder.disjunction();
    }

    public Predicate enabled() {
        return builder.isTrue(user.get("enabled"));
    }

    /** A credential of this type. */
    public Predicate credential(String type) {
        return credential(type, credential -> builder.conjunction());
    }

    /** A credential of this type of which something holds. */
    public Predicate credential(String type, Function<Path<CredentialEntity>, Predicate> holds) {
        return credential(userId(), type, holds);
    }

    private Predicate credential(
            Expression<String> owner, String type, Function<Path<CredentialEntity>, Predicate> holds) {
        return exists(
                CredentialEntity.class,
                owner,
                credential -> builder.and(isOfType(credential, type), holds.apply(credential)));
    }

    /**
     * A row of failures that locks, a hundred or more, which none exceeds by much; of something that the user still has. Of which
     * number a row is cannot be told here: it counts as long as there is one, and is removed with the number it was counted for.
     *
     * @param outside whether the number of the attribute counts as well
     */
    public Predicate locked(boolean outside) {
        return credential(FailureRow.TYPE, row -> {
            Expression<String> data = dataOf(row, FailureRow.TYPE);
            Expression<String> owner = row.get("user").get("id");
            return builder.and(
                    builder.or( // whatever stands behind the number
                            builder.like(data, builder.literal("%\"failures\":1__}%")),
                            builder.like(data, builder.literal("%\"failures\":1__,%"))),
                    builder.or(
                            builder.and(contains(data, "\"" + SmsCredential.TYPE + "\""), anyNumber(owner, outside)),
                            exists(CredentialEntity.class, owner, own -> isNamedIn(data, own))));
        });
    }

    private Predicate isNamedIn(Expression<String> data, Path<CredentialEntity> own) {
        return builder.and(
                own.get("type").in(Factors.LOCKED_BY_ID),
                builder.gt(builder.locate(data, builder.concat(builder.concat("\"", own.get("id")), "\"")), 0));
    }

    /** Only of this type: databases search the text of all others as well unless they are told not to. */
    Expression<String> dataOf(Path<CredentialEntity> credential, String type) {
        return builder.<String>selectCase()
                .when(isOfType(credential, type), credential.<String>get("credentialData"))
                .otherwise(builder.nullLiteral(String.class));
    }

    /** As a literal: databases plan by how frequent that type is, which they can't by a parameter. */
    private Predicate isOfType(Path<CredentialEntity> credential, String type) {
        return builder.equal(credential.get("type"), builder.literal(type));
    }

    /** By position, not by pattern: there is nothing to escape, neither here nor anew for each row. */
    public Predicate contains(Expression<String> text, String part) {
        return builder.gt(builder.locate(text, part), 0);
    }

    /** @param outside whether the number of the attribute counts as well */
    Predicate anyNumber(boolean outside) {
        return anyNumber(userId(), outside);
    }

    private Predicate anyNumber(Expression<String> owner, boolean outside) {
        Predicate stored = credential(owner, SmsCredential.TYPE, number -> builder.conjunction());
        return outside ? builder.or(stored, number(owner)) : stored;
    }

    /** A value of the attribute that begins like a number, in full or as it is dialled. */
    Predicate profileNumber() {
        return number(userId());
    }

    private Predicate number(Expression<String> owner) {
        return exists(
                UserAttributeEntity.class,
                owner,
                value -> builder.and(
                        builder.equal(value.get("name"), PhoneNumberAttribute.NAME),
                        beginsLikeNumber(value.get("value"))));
    }

    private Predicate beginsLikeNumber(Expression<String> value) {
        return builder.substring(builder.trim(value), 1, 1).in(ProfileNumbers.FIRST);
    }

    /** Of several values that begin like a number, one. */
    Expression<String> numberOfProfile() {
        Subquery<String> values = query.subquery(String.class);
        Root<UserAttributeEntity> value = values.from(UserAttributeEntity.class);
        return values.select(builder.greatest(value.<String>get("value")))
                .where(
                        builder.equal(value.get("user").get("id"), user.get("id")),
                        builder.equal(value.get("name"), PhoneNumberAttribute.NAME),
                        beginsLikeNumber(value.get("value")));
    }

    Predicate holds(RoleCarriers carriers) {
        return builder.or(oneOf(UserRoleMappingEntity.class, "roleId", carriers.roles()), memberOf(carriers.groups()));
    }

    public Predicate memberOf(Collection<String> groups) {
        return oneOf(UserGroupMembershipEntity.class, "groupId", groups);
    }

    /** Part of the name or address, whatever its case; Keycloak stores user names and addresses in lower case. */
    Predicate search(String part) {
        String lower = part.toLowerCase(Locale.ROOT);
        return builder.or(
                contains(user.get("username"), lower),
                contains(user.get("email"), lower),
                contains(builder.lower(user.get("firstName")), lower),
                contains(builder.lower(user.get("lastName")), lower));
    }

    private <E> Predicate oneOf(Class<E> type, String field, Collection<String> ids) {
        return ids.isEmpty()
                ? never()
                : exists(type, userId(), mapping -> mapping.get(field).in(ids));
    }

    private Expression<String> userId() {
        return user.get("id");
    }

    private <E> Predicate exists(Class<E> type, Expression<String> owner, Function<Root<E>, Predicate> holds) {
        Subquery<Integer> some = query.subquery(Integer.class);
        Root<E> one = some.from(type);
        return builder.exists(some.select(builder.literal(1))
                .where(builder.equal(one.get("user").get("id"), owner), holds.apply(one)));
    }
}
