namespace AiOs.Channels.Teams.Connector;

/// <summary>Reads a body that may be endless.</summary>
internal static class BoundedBody
{
    /// <summary>The whole body; nothing where it is longer than may be.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpResponseMessage response, int most, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > most)
        {
            return null;
        }

        using var body = new MemoryStream();
        var part = new byte[16 * 1024];
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        while (await stream.ReadAsync(part, cancellationToken) is > 0 and var read)
        {
            if (body.Length + read > most)
            {
                return null;
            }

            await body.WriteAsync(part.AsMemory(0, read), cancellationToken);
        }

        return body.ToArray();
    }
}
