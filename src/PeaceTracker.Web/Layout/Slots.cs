namespace PeaceTracker.Web.Layout;

/// <summary>Places in the frame that a page can fill.</summary>
public static class Slots
{
    /// <summary>Beside the brand: the negotiation's name and its search box.</summary>
    public const string Header = "header";

    /// <summary>Under the header: the negotiation's tabs.</summary>
    public const string Tabs = "tabs";
}
