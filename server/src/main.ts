import { ProposedFeatures, createConnection } from "vscode-languageserver/node";
import { serve } from "./server";

serve(createConnection(ProposedFeatures.all));
