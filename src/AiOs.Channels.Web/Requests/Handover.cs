namespace AiOs.Channels.Web.Requests;

/// <summary>One thing that a client hands over.</summary>
internal abstract record Handover
{
    private Handover()
    {
    }

    /// <summary>Words typed or pasted.</summary>
    /// <param name="Value">The words.</param>
    /// <param name="Id">The client's own name for the delivery, if it gave one.</param>
    public sealed record Text(string Value, string? Id) : Handover
    {
        /// <summary>Whether they stood in a file: whoever wrote that, they are no command and not the operator's own words.</summary>
        public bool IsOfFile { get; init; }
    }

    /// <summary>Raw mail.</summary>
    /// <param name="Bytes">The bytes as they came.</param>
    /// <param name="FileName">The file's name, where it came as one among others.</param>
    public sealed record Mail(ReadOnlyMemory<byte> Bytes, string? FileName) : Handover;
}
