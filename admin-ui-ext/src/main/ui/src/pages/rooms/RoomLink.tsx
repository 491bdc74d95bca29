import { Link } from "react-router-dom";
import { useScope } from "../scope";
import { useRoomRights } from "./useRoomRights";

/** Shows the name of a data room, with a link if the administrator may open it. */
export const RoomLink = ({ room: { id, name } }: { room: { id: string; name: string } }) => {
  const { toRoom } = useScope();
  const { mayOpen } = useRoomRights();
  return mayOpen ? <Link to={toRoom(id)}>{name}</Link> : <>{name}</>;
};
