using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>A note was kept.</summary>
/// <param name="Effect">The effect that kept it.</param>
public sealed record NoteKept(EffectId Effect) : PersonalEvent<NoteKept.Words>
{
    /// <summary>The note.</summary>
    /// <param name="Title">What it is about.</param>
    /// <param name="Text">The note.</param>
    public sealed record Words(string Title, string Text);
}
