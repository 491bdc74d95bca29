package io.strongroom.admin.query;

import io.strongroom.factor.Factor;
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
import java.util.stream.Stream;
import org.keycloak.models.jpa.entities.CredentialEntity;
import org.keycloak.models.jpa.entities.OrganizationEntity;
import org.keycloak.models.jpa.entities.UserAttributeEntity;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.models.jpa.entities.UserGroupMembershipEntity;
import org.keycloak.models.jpa.entities.UserRoleMappingEntity;

/** Builds the criteria of a query that select users by their attributes and credentials. */
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

    public Predicate never() {
        return builder.disjunction();
    }

    public Predicate constant(boolean value) {
        return value ? builder.conjunction() : builder.disjunction();
    }

    /** Matches users who meet at least one of the conditions. */
    public Predicate anyOf(Stream<Predicate> conditions) {
        return builder.or(conditions.toArray(Predicate[]::new));
    }

    /** Returns 1 for users who meet the condition, else 0. */
    Expression<Integer> flag(Predicate condition) {
        return builder.<Integer>selectCase().when(condition, 1).otherwise(0);
    }

    public Predicate enabled() {
        return builder.isTrue(user.get("enabled"));
    }

    /** Matches users with a credential of this type. */
    public Predicate credential(String type) {
        return credential(type, credential -> builder.conjunction());
    }

    /** Matches users with a credential of this type that meets a condition. */
    public Predicate credential(String type, Function<Path<CredentialEntity>, Predicate> condition) {
        return credential(userId(), type, condition);
    }

    private Predicate credential(
            Expression<String> owner, String type, Function<Path<CredentialEntity>, Predicate> condition) {
        return exists(
                CredentialEntity.class,
                owner,
                credential -> builder.and(isOfType(credential, type), condition.apply(credential)));
    }

    /**
     * Matches users who have a factor, accepted or not.
     *
     * @param profileNumbers whether numbers from the user profile attribute count
     */
    Predicate has(Factor factor, boolean profileNumbers) {
        return has(userId(), factor, profileNumbers);
    }

    /** @param owner id of the user */
    Predicate has(Expression<String> owner, Factor factor, boolean profileNumbers) {
        return switch (factor.heldBy().place()) {
            case CREDENTIAL -> credential(owner, factor.type(), credential -> builder.conjunction());
            case PHONE_NUMBER -> anyNumber(owner, profileNumbers);
            case VERIFIED_EMAIL -> hasVerifiedEmail();
        };
    }

    Predicate hasVerifiedEmail() {
        return builder.and(builder.isTrue(user.get("emailVerified")), builder.isNotNull(user.get("email")));
    }

    /**
     * Matches users with a locked factor that they still have.
     *
     * @param profileNumbers whether to include phone numbers from the user profile attribute
     */
    public Predicate locked(boolean profileNumbers) {
        return credential(FailureRow.TYPE, row -> new LockPredicates(this, row, profileNumbers).isOfPresentFactor());
    }

    /**
     * Returns the data of a credential of this type, or null for any other type, so that the database does not
     * search the text of other credentials.
     */
    Expression<String> dataOf(Path<CredentialEntity> credential, String type) {
        return builder.<String>selectCase()
                .when(isOfType(credential, type), credential.<String>get("credentialData"))
                .otherwise(builder.nullLiteral(String.class));
    }

    /**
     * Matches credentials of this type. Compares with a literal, because the query planner uses the frequency of a
     * literal but not of a parameter.
     */
    private Predicate isOfType(Path<CredentialEntity> credential, String type) {
        return builder.equal(credential.get("type"), builder.literal(type));
    }

    /**
     * Matches text that contains this part. Searches for its position instead of a pattern, so that no characters
     * have to be escaped.
     */
    public Predicate contains(Expression<String> text, String part) {
        return builder.gt(builder.locate(text, part), 0);
    }

    private Predicate anyNumber(Expression<String> owner, boolean profileNumbers) {
        Predicate stored = credential(owner, SmsCredential.TYPE, number -> builder.conjunction());
        return profileNumbers ? builder.or(stored, number(owner)) : stored;
    }

    /**
     * Matches users whose phone number attribute has a value that begins like a phone number, in international or
     * national format.
     */
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

    /** Returns one value of the phone number attribute that begins like a phone number. */
    Expression<String> numberOfProfile() {
        Subquery<String> values = query.subquery(String.class);
        Root<UserAttributeEntity> value = values.from(UserAttributeEntity.class);
        return values.select(builder.greatest(value.<String>get("value")))
                .where(
                        builder.equal(value.get("user").get("id"), user.get("id")),
                        builder.equal(value.get("name"), PhoneNumberAttribute.NAME),
                        beginsLikeNumber(value.get("value")));
    }

    Predicate hasRole(RoleGrants grants) {
        return builder.or(oneOf(UserRoleMappingEntity.class, "roleId", grants.roles()), memberOf(grants.groups()));
    }

    public Predicate memberOf(Collection<String> groups) {
        return oneOf(UserGroupMembershipEntity.class, "groupId", groups);
    }

    /** Matches members of an organization that meets a condition. */
    Predicate memberOfOrganization(Function<OrganizationCriteria, Predicate> condition) {
        return exists(
                UserGroupMembershipEntity.class,
                userId(),
                membership -> exists(
                        OrganizationEntity.class,
                        organization -> builder.and(
                                builder.equal(organization.get("groupId"), membership.get("groupId")),
                                condition.apply(new OrganizationCriteria(this, organization)))));
    }

    /**
     * Matches users whose name or e-mail address contains this part, ignoring case. Keycloak stores user names and
     * e-mail addresses in lower case.
     */
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

    <E> Predicate exists(Class<E> type, Expression<String> owner, Function<Root<E>, Predicate> condition) {
        return exists(type, row -> builder.and(builder.equal(row.get("user").get("id"), owner), condition.apply(row)));
    }

    <E> Predicate exists(Class<E> type, Function<Root<E>, Predicate> condition) {
        Subquery<Integer> subquery = query.subquery(Integer.class);
        Root<E> row = subquery.from(type);
        return builder.exists(subquery.select(builder.literal(1)).where(condition.apply(row)));
    }
}
