import { CustomerList } from "./CustomerList";
import { CustomerDetails } from "./CustomerDetails";
import "./customers.css";

/** Customer users: all of them to search, or one of them. */
export default function CustomersPage({ customer }: { customer: string | undefined }) {
  return customer ? <CustomerDetails key={customer} id={customer} /> : <CustomerList />;
}
