package io.strongroom.admin.report;

import io.strongroom.admin.query.RoomStatusQuery;
import io.strongroom.admin.query.UserPages;
import io.strongroom.admin.query.UserSelection;
import io.strongroom.admin.request.AdminRequest;
import io.strongroom.admin.request.Paging;
import io.strongroom.factor.sms.attribute.PhoneNumberDeclaration;
import io.strongroom.policy.Method;
import io.strongroom.policy.store.RoomOverview;
import io.strongroom.policy.store.RoomOverview.Room;
import io.strongroom.policy.store.RoomStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts the members of many data rooms with a fixed number of SQL statements, regardless of the number of rooms and members. */
public final class RoomReports {

    /** Limits the size of the one statement that counts the members of all rooms of a page. */
    public static final int MAX_ROOMS = 50;

    private final AdminRequest request;

    public RoomReports(AdminRequest request) {
        this.request = request;
    }

    private enum Count {
        MEMBERS,
        WITH_NUMBER,
        WITH_SECOND_FACTOR,
        MUST_ENROL
    }

    /** @param count a {@link Count}, or the method of a factor */
    private record Key(String roomId, Object count) {}

    /**
     * Counts only the members whom the administrator may see.
     *
     * @param store the rooms of the realm or of an organization
     */
    public List<RoomReport> page(RoomStore store, String search, Paging paging) {
        List<Room> rooms = new RoomOverview(request.session(), store).page(search, paging.first(), paging.max());
        boolean profileNumbers = new PhoneNumberDeclaration(request.session()).isProtectedFromUsers();
        Map<Key, UserSelection> selections = new LinkedHashMap<>();
        rooms.forEach(room -> addTo(selections, room, standing(room, profileNumbers)));
        Map<Key, Long> counts = new UserPages(request.session(), request.realm()).counts(selections);
        return rooms.stream().map(room -> report(room, counts)).toList();
    }

    private static RoomStatusQuery standing(Room room, boolean profileNumbers) {
        return new RoomStatusQuery(room.id(), room.policy(), room.members(), profileNumbers);
    }

    private static void addTo(Map<Key, UserSelection> selections, Room room, RoomStatusQuery standing) {
        selections.put(new Key(room.id(), Count.MEMBERS), standing.members());
        selections.put(new Key(room.id(), Count.WITH_NUMBER), standing.withNumber());
        selections.put(new Key(room.id(), Count.WITH_SECOND_FACTOR), standing.withSecondFactor());
        selections.put(new Key(room.id(), Count.MUST_ENROL), standing.mustEnrol(room.administrators()));
        standing.factors()
                .forEach(factor -> selections.put(new Key(room.id(), factor.method()), standing.with(factor)));
    }

    private static RoomReport report(Room room, Map<Key, Long> counts) {
        return new RoomReport(
                room.id(),
                room.name(),
                room.policy().enforced(),
                counts.get(new Key(room.id(), Count.MEMBERS)),
                counts.get(new Key(room.id(), Count.WITH_NUMBER)),
                counts.get(new Key(room.id(), Count.WITH_SECOND_FACTOR)),
                byFactor(room, counts),
                counts.get(new Key(room.id(), Count.MUST_ENROL)));
    }

    private static Map<String, Long> byFactor(Room room, Map<Key, Long> counts) {
        Map<String, Long> byFactor = new LinkedHashMap<>();
        Method.values().stream()
                .filter(method -> counts.containsKey(new Key(room.id(), method)))
                .forEach(method -> byFactor.put(method.word(), counts.get(new Key(room.id(), method))));
        return byFactor;
    }
}
