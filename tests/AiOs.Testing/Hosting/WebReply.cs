using System.Net;
using System.Text.Json;
using Xunit;

namespace AiOs.Testing.Hosting;

/// <summary>What an endpoint answered.</summary>
public sealed record WebReply(HttpStatusCode Status, string Text)
{
    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(Text);
            return document.RootElement.Clone();
        }
    }

    public WebReply MustBe(HttpStatusCode status)
    {
        Assert.True(Status == status, $"{(int)Status}, not {(int)status}: {Text}");
        return this;
    }
}
