namespace AiOs.Kernel.Chat.Boards.Steps;

/// <summary>What came of one place.</summary>
internal enum Served
{
    /// <summary>It stands as it should, or nothing more can be done about it.</summary>
    Done,

    /// <summary>It is worth another try.</summary>
    Late,

    /// <summary>The place is closed to us.</summary>
    PlaceGone,
}
