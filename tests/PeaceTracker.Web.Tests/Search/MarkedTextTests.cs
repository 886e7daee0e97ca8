using Bunit;
using PeaceTracker.Services.Search;
using PeaceTracker.Web.Features.Search;

namespace PeaceTracker.Web.Tests.Search;

public class MarkedTextTests : BunitContext
{
    // What was searched for comes from strangers: it is text, never markup.
    [Fact]
    public void MarkedText_Markup_IsShownAsText()
    {
        var text = Render<MarkedText>(p => p.Add(x => x.Parts, SearchText.Parts("a <b>Élan</b>", SearchText.Words("<b>elan"))));

        Assert.Equal("a <b>Élan</b>", text.Nodes.Aggregate("", (all, node) => all + node.TextContent));
        Assert.Equal("<b>Élan", Assert.Single(text.FindAll("mark")).TextContent);
    }
}
