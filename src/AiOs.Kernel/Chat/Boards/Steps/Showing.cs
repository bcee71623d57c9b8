using AiOs.Kernel.Chat.Boards.Entries;
using AiOs.Kernel.Chat.Boards.Faces;
using AiOs.Kernel.Chat.Boards.Spots;

namespace AiOs.Kernel.Chat.Boards.Steps;

/// <summary>Decides what is to be done in one place. Pure.</summary>
internal static class Showing
{
    /// <summary>How often sending one question is begun where hosts die over it.</summary>
    private const int MostTries = 2;

    public static PlaceStep Of(PlaceEntry? there, Face face, Spot spot) => there switch
    {
        not null when !spot.IsOurs => there.Phase is PlacePhase.Gone ? PlaceStep.Nothing : PlaceStep.Retire,
        null => IsWanted(face, spot) ? PlaceStep.Send : PlaceStep.Nothing,
        { Phase: PlacePhase.Sending } => OfIntent(there, face),
        { Phase: PlacePhase.Shown } => OfShown(there, face),

        // A smaller card may be taken where a bigger one was refused.
        { Phase: PlacePhase.Refused } => Rings(there, face) || (face.Bell is not null && there.Print != face.Print) ? PlaceStep.Send : PlaceStep.Nothing,
        _ => Rings(there, face) ? PlaceStep.Send : PlaceStep.Nothing,
    };

    private static bool IsWanted(Face face, Spot spot) =>
        spot.IsOurs && ((face.Bell is not null && (spot.IsHome || spot.Origin is not null)) || (spot.Origin is not null && face.IsAtRest));

    private static bool Rings(PlaceEntry there, Face face) => face.Bell is not null && face.Bell != there.Bell;

    /// <summary>
    /// A host died between the intent and the note of what came of it. What waits for the operator is sent once more: a card that stands there
    /// twice does no harm, taps on both work, and the kernel decides once. What waits for nobody is not.
    /// </summary>
    private static PlaceStep OfIntent(PlaceEntry there, Face face) =>
        Rings(there, face) || (face.Bell is not null && there.Tries < MostTries) ? PlaceStep.Send : PlaceStep.LeaveInDoubt;

    private static PlaceStep OfShown(PlaceEntry there, Face face) =>
        Rings(there, face) ? PlaceStep.Renew
        : there.Print != face.Print || there.Doubtful ? PlaceStep.Rewrite
        : PlaceStep.Nothing;
}
