namespace AiOs.Testing.Mongo;

/// <summary>What kind of server the peer plays.</summary>
public sealed record MongoPeerOptions
{
    /// <summary>The server's release: 7 or 8. By default 7.</summary>
    public int Release { get; init; } = 7;

    /// <summary>A name makes it the primary of a replica set of one, so that drivers retry writes. By default it stands alone.</summary>
    public string? ReplicaSet { get; init; }

    /// <summary>True answers search stages and search index commands, as Atlas does. By default they are refused, as a plain server does.</summary>
    public bool Atlas { get; init; }

    /// <summary>What <c>$$NOW</c> and <c>$currentDate</c> say. By default the machine's clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>With a user, commands are refused until the caller has proved to know the password (SCRAM-SHA-256).</summary>
    public string? User { get; init; }

    /// <summary>The user's password.</summary>
    public string? Password { get; init; }
}
