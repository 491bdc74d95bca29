package io.strongroom.admin.query;

import io.strongroom.admin.request.Paging;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.OrganizationEntity;

/** Loads pages of the organizations that the administrator may view, in one SQL statement. */
public final class OrganizationPages {

    private static final char ESCAPE = '!';

    private final KeycloakSession session;
    private final RealmModel realm;
    private final EntityManager entities;

    public OrganizationPages(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /**
     * Returns a page of organizations, sorted by name.
     *
     * @param search part of the name or alias, or null
     */
    public List<OrganizationRow> page(String search, Paging paging) {
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<Tuple> query = builder.createTupleQuery();
        Root<OrganizationEntity> organization = query.from(OrganizationEntity.class);
        List<Predicate> conditions = new ArrayList<>();
        conditions.add(builder.equal(organization.get("realmId"), realm.getId()));
        if (search != null && !search.isBlank()) {
            String part = "%" + search.strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
            conditions.add(builder.or(
                    builder.like(builder.lower(organization.get("name")), part, ESCAPE),
                    builder.like(builder.lower(organization.get("alias")), part, ESCAPE)));
        }
        conditions.addAll(AdminPermissionsSchema.SCHEMA.applyAuthorizationFilters(
                session, AdminPermissionsSchema.ORGANIZATIONS, realm, builder, query, organization));
        query.where(conditions.toArray(Predicate[]::new))
                .orderBy(builder.asc(organization.get("name")), builder.asc(organization.get("id")));
        return entities
                .createQuery(columns(builder, query, organization))
                .setFirstResult(paging.first())
                .setMaxResults(paging.max())
                .getResultList()
                .stream()
                .map(OrganizationPages::row)
                .toList();
    }

    /** Returns an organization of this realm, regardless of the caller's permissions. */
    public Optional<OrganizationRow> find(String id) {
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<Tuple> query = builder.createTupleQuery();
        Root<OrganizationEntity> organization = query.from(OrganizationEntity.class);
        query.where(
                builder.equal(organization.get("realmId"), realm.getId()), builder.equal(organization.get("id"), id));
        return entities.createQuery(columns(builder, query, organization)).getResultList().stream()
                .map(OrganizationPages::row)
                .findFirst();
    }

    private static CriteriaQuery<Tuple> columns(
            CriteriaBuilder builder, CriteriaQuery<Tuple> query, Root<OrganizationEntity> organization) {
        return query.select(builder.tuple(
                organization.get("id"),
                organization.get("name"),
                organization.get("alias"),
                organization.get("enabled"),
                organization.get("groupId")));
    }

    private static OrganizationRow row(Tuple row) {
        return new OrganizationRow(
                row.get(0, String.class),
                row.get(1, String.class),
                row.get(2, String.class),
                row.get(3, Boolean.class),
                row.get(4, String.class));
    }
}
