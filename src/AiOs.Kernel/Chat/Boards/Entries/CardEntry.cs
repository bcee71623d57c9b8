namespace AiOs.Kernel.Chat.Boards.Entries;

/// <summary>Where a channel shows the card of one work item.</summary>
/// <param name="Places">The places, in the order in which they came.</param>
internal sealed record CardEntry(IReadOnlyList<PlaceEntry> Places)
{
    public static CardEntry Empty { get; } = new([]);

    public PlaceEntry? Find(string place) => Places.FirstOrDefault(one => one.Place == place);

    /// <summary>The same with one place as it is now.</summary>
    public CardEntry With(PlaceEntry place) => Find(place.Place) is { } there
        ? new CardEntry([.. Places.Select(one => ReferenceEquals(one, there) ? place : one)])
        : new CardEntry([.. Places, place]);

    public CardEntry Without(string place) => new([.. Places.Where(one => one.Place != place)]);

    /// <summary>The same without what a rewriting can do without, for a card in so many messages that they do not fit.</summary>
    public CardEntry Shortened() => new([.. Places.Select(one => one with { Earlier = null })]);
}
