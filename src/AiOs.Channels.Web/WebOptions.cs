using System.ComponentModel.DataAnnotations;

namespace AiOs.Channels.Web;

/// <summary>Settings of the local web chat.</summary>
public sealed class WebOptions
{
    /// <summary>Where they stand in the configuration.</summary>
    public const string Section = "Channels:Web";

    /// <summary>The port that is tried first while <see cref="Port"/> is 0.</summary>
    public const int DefaultPort = 5252;

    /// <summary>Whether the pages and their endpoints are served at all. Default: true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The loopback port. Default 0: <see cref="DefaultPort"/>, or a free one where that is taken. Any other value is used as it is.</summary>
    [Range(0, 65535)]
    public int Port { get; set; }
}
