namespace AiOs.Contracts.Forgetting;

/// <summary>Remembers where exports and backups were written, so that older ones can be named when somebody is forgotten.</summary>
public interface ICopyRegister
{
    /// <summary>Remembers a copy, durably, before it is written.</summary>
    /// <param name="copy">The copy.</param>
    void Add(KnownCopy copy);

    /// <summary>Every copy that was ever written from here.</summary>
    /// <returns>The copies, oldest first.</returns>
    IReadOnlyList<KnownCopy> List();
}
