using System.Net;
using AiOs.Channels.Web.Tests.Fakes;
using AiOs.Contracts.Intake;

namespace AiOs.Channels.Web.Tests.Corrections;

/// <summary>What was taken for the wrong thing is put right on its page, listed, and taken back.</summary>
public sealed class CorrectionEndpointsTests
{
    [Fact]
    public async Task PostForm_Category_IsListedAsTextAndTakenBack()
    {
        var item = Samples.Done(1) with { Intent = new Intent { Category = Category.Inquiry, Confidence = Confidence.Certain, Sure = true } };
        await using var web = await WebServer.StartAsync(item);

        using var said = await web.PostFormAsync($"/items/{item.Id}/category", ("category", "invoice-received"), ("from", "item"));
        var page = new HtmlPage(await web.GetTextAsync("/corrections"));
        using var back = await web.PostFormAsync("/corrections/take-back", ("number", "57"));
        using var unknown = await web.PostFormAsync("/corrections/take-back", ("number", "58"));

        Assert.Equal(HttpStatusCode.SeeOther, said.StatusCode);
        Assert.Contains(page.Named("p"), line => line.Text == "It is <b>InvoiceReceived</b>.");
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, unknown.StatusCode);
    }

    [Theory]
    [InlineData("pizza")]
    [InlineData("")]
    public async Task PostForm_NoCategory_Is400(string category)
    {
        var item = Samples.Done(1);
        await using var web = await WebServer.StartAsync(item);
        using var response = await web.PostFormAsync($"/items/{item.Id}/category", ("category", category));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
