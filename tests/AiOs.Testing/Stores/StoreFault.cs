namespace AiOs.Testing.Stores;

/// <summary>How one write goes wrong.</summary>
public enum StoreFault
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>Nothing was kept, and that is said.</summary>
    TransientBefore,

    /// <summary>All was kept, but the reply was lost.</summary>
    LostReply,

    /// <summary>All was kept, the reply was lost, and the driver's own second try met the first.</summary>
    TakenByItself,

    /// <summary>Nothing was kept: another host is said to have been first.</summary>
    TakenByAnother,

    /// <summary>Only the first commits of the batch were kept, and another host is said to have been first with the next.</summary>
    PrefixThenTaken,

    /// <summary>Only the first commits of the batch were kept, and then the store was gone.</summary>
    PrefixThenTransient,

    /// <summary>Nothing was kept, and trying again makes no sense.</summary>
    Broken,
}
